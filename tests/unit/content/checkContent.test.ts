import {expect, test} from 'vitest'

import {checkContent} from '../../../scripts/content/check/checkContent.ts'
import type {ContentDocument} from '../../../scripts/content/contentDocument.ts'
import {organisation, referenceTo} from '../../contract/content/organisation.ts'

/** The findings of documents, as `document: path: what is expected`. */
async function findings(...documents: ContentDocument[]) {
  const checked = await checkContent({documents, findHeldBack: async () => []})
  return checked.findings.map(
    ({document, path, expected}) => `${document}: ${path[0]}: ${expected}`,
  )
}

const sources = (id: string) => [{...referenceTo(id), _key: 'a'}]

test('takes a reference to a document that comes later', async () => {
  const source = {_id: 'source', _type: 'source', title: 'A source'}

  expect(await findings(organisation('org', {sources: sources('source')}), source)).toEqual([])
})

test('finds a reference to a document of another type', async () => {
  expect(
    await findings(organisation('org', {sources: sources('other')}), organisation('other')),
  ).toEqual(['org: sources: Choose a document of another type: this field does not take it.'])
})

test('leaves an address to a document that is no longer on the site to the other', async () => {
  const {slug} = organisation('same')
  const over = organisation('a', {slug, unpublishAt: '2020-01-01T00:00:00Z'})

  expect(await findings(over, organisation('b', {slug}))).toEqual([])
})

test('counts neither drafts nor documents of types that are not ours', async () => {
  const documents = [
    organisation('org'),
    organisation('drafts.org', {colour: 'red'}),
    {_id: 'groups', _type: 'system.group'},
  ]

  expect(await checkContent({documents, findHeldBack: async () => []})).toEqual({
    count: 1,
    findings: [],
    heldBack: [],
  })
})
