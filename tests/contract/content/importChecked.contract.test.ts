import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {FindHeldBack} from '../../../scripts/content/check/heldBackDocument.ts'
import {importChecked} from '../../../scripts/content/importChecked.ts'
import {ndjson} from '../../../scripts/content/ndjson.ts'
import {contentProgram, variablesOf} from './contentProgram.ts'
import {organisation, referenceTo} from './organisation.ts'
import {expect, test} from './test.ts'

/** Holds back whatever document says so. */
const findHeldBack: FindHeldBack = async (documents) =>
  documents
    .filter((document) => 'fault' in document)
    .map((document) => ({
      document: String(Reflect.get(document, '_id')),
      message: 'The page broke.',
      field: 'fault',
      language: null,
    }))

/** What the import is told, in the folder of a test, and what it says. */
async function setUp(folder: string, documents: readonly object[]) {
  const path = join(folder, 'content.ndjson')
  await writeFile(path, ndjson(documents))
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  return {
    path,
    said,
    options: {
      mode: 'createOrReplace',
      force: false,
      outsideAssets: false,
      say,
      findHeldBack,
    } as const,
  }
}

test('says what was found, then imports', async ({backend, lake, folder}) => {
  const {path, said, options} = await setUp(folder, [organisation('org', {colour: 'red'})])

  expect(await importChecked(backend, path, options)).toBe(1)

  expect(said).toEqual([
    'org  colour: The site does not know this field. There is: "red"\n1 finding in 1 of 1 document; none would be held back.',
  ])
  expect(await lake.getDocument('org')).toMatchObject({colour: 'red'})
})

test('imports nothing when a document would be held back, unless forced', async ({
  backend,
  lake,
  folder,
}) => {
  const documents = [organisation('org', {fault: true}), organisation('other')]
  const {path, said, options} = await setUp(folder, documents)

  await expect(importChecked(backend, path, options)).rejects.toThrow('--force')
  expect(said.join()).toContain('org  fault would be held back: The page broke.')
  expect(said.join()).toContain('1 would be held back.')
  expect(await lake.fetch('count(*)')).toBe(0)

  expect(await importChecked(backend, path, {...options, force: true})).toBe(2)
  expect(await lake.fetch('count(*)')).toBe(2)
})

test('does not count what is held back already', async ({backend, lake, folder}) => {
  await lake.create(organisation('old', {fault: true}))
  const {path, options} = await setUp(folder, [organisation('org')])

  expect(await importChecked(backend, path, options)).toBe(1)
})

test('does not count a document that stays as it is', async ({backend, lake, folder}) => {
  await lake.create(organisation('org'))
  const {path, options} = await setUp(folder, [organisation('org', {fault: true})])

  await importChecked(backend, path, {...options, mode: 'createIfNotExists'})

  expect(await lake.fetch('*[_id == "org"][0].fault')).toBeNull()
})

test('knows what is published in the dataset', async ({backend, lake, folder}) => {
  await lake.create({_id: 'source', _type: 'source', title: 'A source'})
  await lake.create(organisation('org'))
  const sources = [{...referenceTo('source'), _key: 'a'}]
  const {slug} = organisation('org')
  const {path, said, options} = await setUp(folder, [organisation('new', {sources, slug})])

  await importChecked(backend, path, options)

  expect(said.join()).toContain('new  slug (fr): An older document has this address already.')
  expect(said.join()).not.toContain('sources')
})

test('imports the first content when it is asked to', async ({backend, lake}) => {
  const variables = variablesOf(backend)

  const {code, stdout} = await contentProgram(['import', 'seed'], variables)

  expect(stdout).toMatch(
    /^No findings in \d+ documents; .+\n\d{3} documents imported from seed\.\n$/,
  )
  expect(code).toBe(0)
  expect(await lake.fetch('count(*[_type == "meeting"])')).toBeGreaterThan(0)
})
