import {history, lived} from './history.ts'
import {expect, test} from './test.ts'

test('tells the events of a document, newest first, in pages', async ({lake}) => {
  await lived(lake)

  const all = await history(lake, 'events/documents/spring')
  expect(all).toMatchObject({nextCursor: ''})
  expect(all.events.spring).toMatchObject([
    {type: 'unpublishDocument', versionId: 'drafts.spring', versionRevisionId: 'edit-again'},
    {
      type: 'publishDocumentVersion',
      author: 'local-officer',
      revisionId: 'publish',
      versionId: 'drafts.spring',
      versionRevisionId: 'edit',
    },
  ])
  const draft = await history(lake, 'events/documents/drafts.spring')
  expect(draft.events['drafts.spring'].map(({type}: {type: string}) => type)).toEqual([
    'createDocumentVersion',
    'publishDocumentVersion',
    'createDocumentVersion',
  ])
  const page = await history(lake, 'events/documents/drafts.spring?limit=2')
  const rest = await history(
    lake,
    `events/documents/drafts.spring?limit=2&nextCursor=${page.nextCursor}`,
  )
  expect([...page.events['drafts.spring'], ...rest.events['drafts.spring']]).toEqual(
    draft.events['drafts.spring'],
  )
})

test('tells of documents that live without drafts', async ({lake}) => {
  await lake.create({_id: 'settings', _type: 'siteSettings'})
  await lake.patch('settings').set({title: 'COWORKMed'}).commit()
  await lake.delete('settings')

  const {events} = await history(lake, 'events/documents/settings')
  expect(events.settings.map(({type}: {type: string}) => type)).toEqual([
    'deleteDocumentGroup',
    'updateLiveDocument',
    'createLiveDocument',
  ])
})
