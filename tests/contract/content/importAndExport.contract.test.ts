import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import sharp from 'sharp'

import {exportContent} from '../../../scripts/content/exportContent.ts'
import {importContent} from '../../../scripts/content/importContent.ts'
import {ndjson} from '../../../scripts/content/ndjson.ts'
import {seed} from '../../../scripts/content/seed.ts'
import {expect, test} from './test.ts'

const documents = [
  {_id: 'org', _type: 'partner', place: {region: {_type: 'reference', _ref: 'region'}}},
  {_id: 'region', _type: 'region', country: 'IT'},
]

test('takes back as lines what it wrote as lines', async ({backend, lake, folder}) => {
  const [first, second] = [join(folder, 'first.ndjson'), join(folder, 'second.ndjson')]
  await seed(backend, documents)
  expect(await exportContent(backend, first)).toBe(2)
  await lake.delete({query: '*[_id in ["org", "region"]]'})

  expect(await importContent(backend, first, 'create')).toBe(2)
  await exportContent(backend, second)

  expect(content(await readFile(second, 'utf8'))).toEqual(content(await readFile(first, 'utf8')))
})

test('carries pictures from one dataset to another', async ({backend, lake, server, folder}) => {
  const path = join(folder, 'content.tar.gz')
  const picture = await sharp({
    create: {width: 8, height: 8, channels: 3, background: '#003399'},
  })
    .png()
    .toBuffer()
  const asset = await lake.assets.upload('image', picture, {filename: 'blue.png'})
  const logo = {_type: 'picture', asset: {_type: 'reference', _ref: asset._id}}
  await lake.create({_id: 'org', _type: 'partner', logo})
  await exportContent(backend, path)

  const other = await server.client('elsewhere')
  await importContent({...backend, dataset: 'elsewhere'}, path, 'create')

  expect(await other.fetch('*[_id == "org"][0].logo.asset->{mimeType, sha1hash}')).toEqual({
    mimeType: 'image/png',
    sha1hash: asset.sha1hash,
  })
})

test('says what to do when a document is there already', async ({backend, lake, folder}) => {
  const path = join(folder, 'content.ndjson')
  await writeFile(path, ndjson(documents))
  await lake.create({_id: 'region', _type: 'region', country: 'FR'})

  await expect(importContent(backend, path, 'create')).rejects.toThrow('Add --missing')
  await importContent(backend, path, 'createIfNotExists')
  expect(await lake.getDocument('region')).toMatchObject({country: 'FR'})
  await importContent(backend, path, 'createOrReplace')
  expect(await lake.getDocument('region')).toMatchObject({country: 'IT'})
})

test('refuses a file of another kind', async ({backend}) => {
  await expect(exportContent(backend, 'content.zip')).rejects.toThrow('neither .tar.gz')
})

function content(lines: string) {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line))
    .map(({_rev, _createdAt, _updatedAt, ...fields}) => fields)
    .toSorted((a, b) => (String(a._id) < String(b._id) ? -1 : 1))
}
