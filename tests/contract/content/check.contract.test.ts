import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import sharp from 'sharp'

import {checkDataset} from '../../../scripts/content/check/checkDataset.ts'
import {exportContent} from '../../../scripts/content/exportContent.ts'
import {ndjson} from '../../../scripts/content/ndjson.ts'
import {contentProgram, variablesOf} from './contentProgram.ts'
import {inFrench, organisation, referenceTo} from './organisation.ts'
import {expect, test} from './test.ts'

const nothingHeldBack = async () => []
const sources = [{...referenceTo('gone'), _key: 'a', _weak: true}]

test('finds nothing in the first content', async () => {
  const {code, stdout} = await contentProgram(['check', 'seed'], {})

  expect(stdout).toMatch(/^No findings in \d+ documents; none would be held back\.$/m)
  expect(code).toBe(0)
})

test.for([
  'image@file:///etc/passwd',
  'file@file:///etc/passwd',
  'file@file://./../../../etc/passwd',
  'image@file://./%2e%2e/%2e%2e/etc/passwd',
  'file@http://127.0.0.1:3901/status',
  'image@https://example.org/a.png',
  'image@data:image/png;base64,AAAA',
])('takes no file from outside the archive: %s', async (asset, {folder}) => {
  const file = join(folder, 'content.ndjson')
  const image = {_type: 'image', _sanityAsset: asset}
  await writeFile(file, JSON.stringify({_id: 'a', _type: 'meeting', image}))

  const {code, stderr} = await contentProgram(['check', file], {})

  expect(stderr).toContain('line 1: the asset')
  expect(stderr).toContain('lies outside the archive, and is not fetched.')
  expect(code).toBe(1)
})

test('lists what the site leaves out of a dataset, document by document', async ({
  backend,
  lake,
}) => {
  await lake.create(organisation('zeta', {founded: {_type: 'partialDate', value: '2017-02-30'}}))
  await lake.create(organisation('alpha', {colour: 'red', sources}))

  const {code, stdout} = await contentProgram(['check'], variablesOf(backend))

  expect(stdout.split('\n')).toEqual([
    'alpha  colour: The site does not know this field. There is: "red"',
    'alpha  sources[_key=="a"]: This document is not published. There is: "gone"',
    expect.stringMatching(/^zeta {2}founded/),
    '3 findings in 2 of 2 documents; none would be held back.',
    '',
  ])
  expect(code).toBe(0)
})

test('reads a dataset page by page, published documents alone', async ({backend, lake}) => {
  const transaction = lake.transaction()
  for (let index = 0; index < 250; index += 1) transaction.create(organisation(`org-${index}`))
  transaction.create(organisation('drafts.org-new', {colour: 'red'}))
  transaction.create(organisation('versions.spring.org-new', {colour: 'red'}))
  await transaction.commit()

  expect(await checkDataset(backend, nothingHeldBack)).toEqual({
    count: 250,
    findings: [],
    heldBack: [],
  })
})

test('lets the older document keep its address', async ({backend, lake}) => {
  const slug = organisation('same').slug
  await lake.create(organisation('a', {slug, _createdAt: '2024-05-02T00:00:00Z'}))
  await lake.create(organisation('b', {slug, _createdAt: '2024-05-01T00:00:00Z'}))

  const {findings} = await checkDataset(backend, nothingHeldBack)

  expect(new Set(findings.map(({document}) => document))).toEqual(new Set(['a']))
  expect(findings).toContainEqual({
    document: 'a',
    path: ['slug'],
    language: 'fr',
    expected: 'An older document has this address already.',
    found: 'same',
  })
})

test('says which documents would be held back', async ({backend, lake}) => {
  await lake.create(organisation('org'))
  const heldBack = [{document: 'org', message: 'Why.', field: null, language: null}]
  const seen: object[] = []

  const checked = await checkDataset(backend, async (documents) => {
    seen.push(...documents)
    return heldBack
  })

  expect(checked.heldBack).toEqual(heldBack)
  expect(seen).toMatchObject([{_id: 'org'}])
})

test('checks an archive with its pictures', async ({backend, lake, folder}) => {
  const path = join(folder, 'content.tar.gz')
  const blue = {width: 8, height: 8, channels: 3, background: '#003399'} as const
  const picture = await sharp({create: blue}).png().toBuffer()
  const {_id} = await lake.assets.upload('image', picture, {filename: 'blue.png'})
  const alt = [inFrench('String', 'Bleu')]
  await lake.create(organisation('org', {logo: {_type: 'picture', asset: referenceTo(_id), alt}}))
  await lake.create(organisation('other', {sources}))
  await exportContent(backend, path)

  const {stdout} = await contentProgram(['check', path], {})

  expect(stdout).toBe(
    `other  sources[_key=="a"]: This document is not published. There is: "gone"
1 finding in 1 of 2 documents; none would be held back.
`,
  )
})

test.for([
  {fault: 'broken JSON', line: '{"_id": "b"', says: 'line 3 is not JSON'},
  {fault: 'a list in place of a document', line: '["b"]', says: 'line 3 is no document'},
  {
    fault: 'an _id that is not allowed',
    line: '{"_id": "b c", "_type": "x"}',
    says: 'line 3: "b c" cannot',
  },
  {fault: 'an _id twice', line: '{"_id": "a", "_type": "x"}', says: 'line 3 has the _id of line 1'},
  {fault: 'lost characters', line: '{"_type": "\uFFFD"}', says: 'line 3 has characters'},
])('names the line of a file that has $fault', async ({line, says}, {folder}) => {
  const path = join(folder, 'content.ndjson')
  await writeFile(path, `${ndjson([organisation('a')])}\n${line}`)

  const {code, stdout, stderr} = await contentProgram(['check', path], {})

  expect(stderr).toContain(`${path} could not be read: ${says}`)
  expect(stdout).toBe('')
  expect(code).toBe(1)
})

test('says that a file is not there', async ({folder}) => {
  const path = join(folder, 'none.ndjson')

  const {code, stderr} = await contentProgram(['check', path], {})

  expect(stderr).toMatch(/^\S+none\.ndjson could not be read: ENOENT: no such file[^\n]+\n$/)
  expect(code).toBe(1)
})

test('ends with 1 when a document would be held back, and an import of it asks for --force', async ({
  backend,
  lake,
  folder,
}) => {
  const picture = (await lake.assets.upload('image', await whitePicture(), {filename: 'w.png'}))._id
  const url = `${backend.apiHost}/images/local/${backend.dataset}/${'0'.repeat(40)}-8x8.png`
  await lake.patch(picture).set({url}).commit()
  const logo = {_type: 'picture', asset: referenceTo(picture)}
  const path = join(folder, 'lost.ndjson')
  await writeFile(path, ndjson([organisation('lost', {logo})]))

  const before = await contentProgram(['import', path], variablesOf(backend))
  expect(before.stderr).toContain('--force')
  expect(before.code).toBe(1)
  expect(await lake.getDocument('lost')).toBeUndefined()

  await lake.create(organisation('lost', {logo}))
  const {code, stdout} = await contentProgram(['check'], variablesOf(backend))
  expect(stdout).toMatch(/^lost {2}logo would be held back: .*its file is missing\.$/m)
  expect(code).toBe(1)
})

const whitePicture = () =>
  sharp({create: {width: 8, height: 8, channels: 3, background: '#fff'}})
    .png()
    .toBuffer()
