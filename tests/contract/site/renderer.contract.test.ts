import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {onTestFinished} from 'vitest'

import type {Answer} from '../../../scripts/publisher/builder/builderProcess.ts'
import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {readSite} from './buildSite.ts'
import {runBuilder} from './runBuilder.ts'
import {expect, test, trialDocuments, write} from './test.ts'

async function temporaryDirectory() {
  const directory = await mkdtemp(join(tmpdir(), 'renderer-'))
  onTestFinished(() => rm(directory, {recursive: true}))
  return directory
}

test('the warm renderer gives every file of the site the bytes that astro build gives it', async ({
  site,
  lake,
}) => {
  const directory = await temporaryDirectory()
  const {buildAll} = await runBuilder(lake.url, 'trial', directory)
  const built = await buildAll()
  if (built.type === 'refused') throw new Error(built.refusal.message)

  const warm = await readSite(join(directory, 'releases', 'trees', built.release))
  expect([...warm.files.keys()].toSorted()).toEqual([...site.files.keys()].toSorted())
  for (const [path, bytes] of site.files) {
    expect.soft(warm.files.get(path)?.equals(bytes), path).toBe(true)
  }
  expect(built.release).toBe((await digestOfTree(site.outDir)).digest)
})

test('what is not asked for again is not rendered again, after a start either', async ({lake}) => {
  await lake.client('trial')
  const directory = await temporaryDirectory()
  const earlier = await runBuilder(lake.url, 'trial', directory)
  const first = await earlier.buildAll()
  await earlier.end()
  const later = await runBuilder(lake.url, 'trial', directory)
  const again = await later.buildAll()

  expect(first).toMatchObject({type: 'built'})
  expect(again).toMatchObject({type: 'built', changes: [], documents: []})
  expect(again).toHaveProperty('release', Reflect.get(first, 'release'))
})

test('tells of each page of a document what the page says it was made from, after a start too', async ({
  lake,
}) => {
  const client = await lake.client('revisions')
  await write(client, await trialDocuments(client))
  const directory = await temporaryDirectory()
  const earlier = await runBuilder(lake.url, 'revisions', directory)
  const first = await earlier.buildAll()
  await earlier.end()
  const {build} = await runBuilder(lake.url, 'revisions', directory)
  const at = new Date(0).toISOString()
  const again = await build([{id: 'florence', revision: null, at}])

  for (const built of [first, again]) {
    if (built.type === 'refused') throw new Error(built.refusal.message)
    const {pages} = await readSite(join(directory, 'releases', 'trees', built.release))
    expect(built.documentPages.length).toBeGreaterThan(0)
    for (const {address, contentRevision} of built.documentPages) {
      const said = `<meta name="content-revision" content="${contentRevision}">`
      expect(pages.get(address), address).toContain(said)
    }
  }
})

test('what one transaction changed goes live together, whichever document its webhook named', async ({
  lake,
}) => {
  const client = await lake.client('together')
  await write(client, await trialDocuments(client))
  const {build, buildAll} = await runBuilder(lake.url, 'together', await temporaryDirectory())
  await buildAll()
  const title = [{_key: 'fr', _type: 'internationalizedArrayStringValue', language: 'fr'}]
  const {transactionId} = await client
    .transaction()
    .patch('florence', {set: {title: title.map((item) => ({...item, value: 'Ensemble, une'}))}})
    .patch('marseille', {set: {title: title.map((item) => ({...item, value: 'Ensemble, deux'}))}})
    .commit()

  const at = new Date().toISOString()
  const built = await build([
    {id: 'florence', revision: transactionId, at, transaction: transactionId},
  ])

  if (built.type === 'refused') throw new Error(built.refusal.message)
  expect(built.documents.map(({id}) => id).toSorted()).toEqual(['florence', 'marseille'])
})

test('a page around which alone something changes keeps its middle, and equals a clean build', async ({
  lake,
}) => {
  const client = await lake.client('frames')
  await write(client, await trialDocuments(client))
  const directory = await temporaryDirectory()
  const earlier = await runBuilder(lake.url, 'frames', directory)
  const first = released(await earlier.buildAll())
  await earlier.end()
  const {buildAll} = await runBuilder(lake.url, 'frames', directory)
  const rename = (value: string) =>
    client.patch('siteSettings', {set: {'title[_key=="fr"].value': value}}).commit()
  const page = (release: string) =>
    join(
      directory,
      'releases',
      'trees',
      release,
      'fr',
      'reunions',
      'florence-2017-10-05',
      'index.html',
    )

  await rename('Un autre nom')
  const second = released(await buildAll())
  expect(await readFile(page(second), 'utf8')).toContain('Un autre nom')
  const clean = await runBuilder(lake.url, 'frames', await temporaryDirectory())
  expect(second).toBe(released(await clean.buildAll()))

  // A file that is not what it was gives no middle to anything.
  const damaged = (await readFile(page(second), 'utf8')).replace('</h1>', ' (damaged)</h1>')
  await writeFile(page(second), damaged)
  await rename('Un troisième nom')
  const third = released(await buildAll())
  const html = await readFile(page(third), 'utf8')
  expect(html).toContain('Un troisième nom')
  expect(html).not.toContain('(damaged)')
  expect(new Set([first, second, third]).size).toBe(3)
})

function released(answer: Answer) {
  if (answer.type === 'refused') throw new Error(answer.refusal.message)
  return answer.release
}
