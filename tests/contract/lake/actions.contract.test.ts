// Longer than most: the endpoint is one operation, and each of its actions has its tests.
import type {SanityClient} from '@sanity/client'

import {expect, test, type Draft} from './test.ts'

const spring = {_id: 'drafts.spring', _type: 'meeting', title: 'Spring'}

const create = (lake: SanityClient, attributes: Draft = spring) =>
  lake.action({
    actionType: 'sanity.action.document.create',
    publishedId: attributes._id.replace('drafts.', ''),
    attributes,
    ifExists: 'fail',
  })

const publish = (lake: SanityClient, id = 'spring', conditions = {}) =>
  lake.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${id}`,
    publishedId: id,
    ...conditions,
  })

const edit = (lake: SanityClient, set: Record<string, unknown>) =>
  lake.action({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.spring',
    publishedId: 'spring',
    patch: {set},
  })

const weakReference = (target: string, strengthen?: object) => ({
  _key: target,
  _type: 'reference',
  _ref: target,
  _weak: true,
  ...(strengthen && {_strengthenOnPublish: strengthen}),
})

test('creates a draft with the revision of the transaction, whatever the client said', async ({
  lake,
}) => {
  const {transactionId} = await create(lake, {
    ...spring,
    _rev: 'theirs',
    _createdAt: '2017-10-05T09:00:00Z',
  })

  expect(await lake.getDocument('drafts.spring')).toMatchObject({
    title: 'Spring',
    _rev: transactionId,
    _createdAt: '2017-10-05T09:00:00Z',
  })
})

test('refuses to create what exists, or leaves it alone when asked to', async ({lake}) => {
  await create(lake)

  await expect(create(lake)).rejects.toMatchObject({
    statusCode: 409,
    details: {type: 'actionError', description: expect.stringContaining('drafts.spring')},
  })
  await lake.action({
    actionType: 'sanity.action.document.create',
    publishedId: 'spring',
    attributes: {...spring, title: 'Other'},
    ifExists: 'ignore',
  })
  expect(await lake.getDocument('drafts.spring')).toMatchObject({title: 'Spring'})
})

test('publishes the draft in place of the published document', async ({lake}) => {
  await create(lake)
  await publish(lake)
  const first = await lake.getDocument('spring')
  await edit(lake, {title: 'Summer'})
  const {transactionId} = await publish(lake)

  expect(await lake.fetch('*[]._id')).toEqual(['spring'])
  expect(await lake.getDocument('spring')).toMatchObject({
    title: 'Summer',
    _rev: transactionId,
    _createdAt: first?._createdAt,
  })
})

test('copies the published document into a draft on the first edit', async ({lake}) => {
  await lake.create({...spring, _id: 'spring'})
  await edit(lake, {venue: 'Florence'})

  expect(await lake.getDocument('drafts.spring')).toMatchObject({
    title: 'Spring',
    venue: 'Florence',
  })
  expect(await lake.getDocument('spring')).not.toHaveProperty('venue')
})

test('publishes only the revisions that were seen', async ({lake}) => {
  await lake.create({...spring, _id: 'spring'})
  await edit(lake, {title: 'Summer'})

  for (const conditions of [{ifDraftRevisionId: 'old'}, {ifPublishedRevisionId: 'old'}]) {
    await expect(publish(lake, 'spring', conditions)).rejects.toMatchObject({statusCode: 409})
  }
  const [draft, published] = await lake.getDocuments(['drafts.spring', 'spring'])
  await publish(lake, 'spring', {
    ifDraftRevisionId: draft?._rev,
    ifPublishedRevisionId: published?._rev,
  })
  expect(await lake.getDocument('spring')).toMatchObject({title: 'Summer'})
})

test('makes references strong on publish where the draft says so', async ({lake}) => {
  await lake.create({_id: 'florence', _type: 'region'})
  await create(lake, {
    ...spring,
    regions: [
      weakReference('florence', {type: 'region'}),
      weakReference('split', {type: 'region', weak: true}),
      weakReference('nowhere'),
    ],
  })
  await publish(lake)

  expect((await lake.getDocument('spring'))?.['regions']).toEqual([
    {_key: 'florence', _type: 'reference', _ref: 'florence'},
    {_key: 'split', _type: 'reference', _ref: 'split', _weak: true},
    {_key: 'nowhere', _type: 'reference', _ref: 'nowhere', _weak: true},
  ])
})

test('refuses to publish a reference to what is not published', async ({lake}) => {
  await create(lake, {
    ...spring,
    region: {_ref: 'florence', _weak: true, _strengthenOnPublish: {type: 'region'}},
  })

  await expect(publish(lake)).rejects.toMatchObject({
    statusCode: 409,
    details: {type: 'actionError', items: [{error: {referenceID: 'florence'}}]},
  })
  expect(await lake.fetch('*[]._id')).toEqual(['drafts.spring'])
})

test('unpublishes into a draft, and keeps a draft that is there', async ({lake}) => {
  const unpublish = () =>
    lake.action({
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.spring',
      publishedId: 'spring',
    })
  await lake.create({...spring, _id: 'spring'})
  await unpublish()
  expect(await lake.fetch('*[]{_id, title}')).toEqual([{_id: 'drafts.spring', title: 'Spring'}])

  await publish(lake)
  await edit(lake, {title: 'Summer'})
  await unpublish()
  expect(await lake.fetch('*[]{_id, title}')).toEqual([{_id: 'drafts.spring', title: 'Summer'}])
})

test('discards a draft, and says so when there is none', async ({lake}) => {
  const discard = () =>
    lake.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.spring'})
  await create(lake)
  await discard()

  expect(await lake.fetch('count(*)')).toBe(0)
  await expect(discard()).rejects.toMatchObject({statusCode: 409})
})

test('discards a version by its id', async ({lake}) => {
  await create(lake)
  await lake.action({
    actionType: 'sanity.action.document.version.discard',
    versionId: 'drafts.spring',
  })

  expect(await lake.fetch('count(*)')).toBe(0)
})

test('deletes a document with the drafts that are named, and no others', async ({lake}) => {
  const remove = (includeDrafts: string[]) =>
    lake.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'spring',
      includeDrafts,
    })
  await lake.create({...spring, _id: 'spring'})
  await edit(lake, {title: 'Summer'})

  await expect(remove([])).rejects.toMatchObject({statusCode: 409})
  await remove(['drafts.spring'])
  expect(await lake.fetch('count(*)')).toBe(0)
})

test('refuses to delete what others refer to, and names them', async ({lake}) => {
  await lake.create({...spring, _id: 'spring'})
  await lake.create({_id: 'autumn', _type: 'meeting', before: {_ref: 'spring'}})

  await expect(
    lake.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'spring',
      includeDrafts: [],
    }),
  ).rejects.toMatchObject({
    statusCode: 409,
    details: {type: 'actionError', items: [{error: {referencingIDs: ['autumn']}}]},
  })
})

test('restores a deleted document by creating and replacing its draft at once', async ({lake}) => {
  await lake.action([
    {
      actionType: 'sanity.action.document.create',
      publishedId: 'spring',
      attributes: spring,
      ifExists: 'fail',
    },
    {
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: 'spring',
      attributes: {...spring, title: 'As it was'},
    },
  ])

  expect(await lake.getDocument('drafts.spring')).toMatchObject({title: 'As it was'})
})

test('does all actions of a request, or none', async ({lake}) => {
  await create(lake)

  await expect(
    lake.action([
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.spring',
        publishedId: 'spring',
        patch: {set: {title: 'Lost'}},
      },
      {actionType: 'sanity.action.document.discard', draftId: 'drafts.nobody'},
    ]),
  ).rejects.toMatchObject({statusCode: 409})
  expect(await lake.getDocument('drafts.spring')).toMatchObject({title: 'Spring'})
})

test('unpublishes a page and publishes its tombstone at once, or does neither', async ({lake}) => {
  await lake.create({...spring, _id: 'spring'})
  await lake.create({_id: 'autumn', _type: 'meeting', before: {_ref: 'spring'}})
  const tombstone = {_id: 'drafts.tombstone-spring', _type: 'tombstone'}
  const withdraw = () =>
    lake.action([
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'tombstone-spring',
        attributes: tombstone,
        ifExists: 'fail',
      },
      {
        actionType: 'sanity.action.document.publish',
        draftId: tombstone._id,
        publishedId: 'tombstone-spring',
      },
      {
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.spring',
        publishedId: 'spring',
      },
    ])

  await expect(withdraw()).rejects.toMatchObject({statusCode: 409})
  expect(await lake.fetch('*[]._id')).toEqual(['autumn', 'spring'])
  await lake.delete('autumn')
  const {transactionId} = await withdraw()

  expect(await lake.fetch('*{_id, _rev}')).toEqual([
    {_id: 'drafts.spring', _rev: transactionId},
    {_id: 'tombstone-spring', _rev: transactionId},
  ])
})

test('names the actions it does not have', async ({lake}) => {
  await expect(
    lake.action({
      actionType: 'sanity.action.document.version.replace',
      document: {_id: 'versions.r1.spring', _type: 'meeting'},
    }),
  ).rejects.toMatchObject({
    statusCode: 501,
    message: expect.stringContaining('sanity.action.document.version.replace'),
  })
  await expect(
    lake.action({
      actionType: 'sanity.action.document.discard',
      draftId: 'drafts.spring',
      purge: true,
    }),
  ).rejects.toMatchObject({statusCode: 501, message: expect.stringContaining('purge')})
})
