import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import type {PublisherLine} from './publisherLine.ts'
import {note, publisherLine, settled, WAIT} from './publisherLine.ts'

const main = fileURLToPath(new URL('../../../scripts/publisher/main.ts', import.meta.url))

/** What `npm run publisher -- …` prints, and its exit code. */
function run(line: PublisherLine, ...command: string[]) {
  const options = {env: {...process.env, ...line.environment}}
  return new Promise<{code: number; printed: string}>((resolve) => {
    execFile(process.execPath, [main, ...command], options, (error, stdout, stderr) =>
      resolve({code: typeof error?.code === 'number' ? error.code : 0, printed: stdout + stderr}),
    )
  })
}

test('shows what is live since when, what waits, and the last receipts', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('florence', {languages: ['fr']}))
  await expect.poll(line.page, WAIT).toBe('florence')
  await settled(line)
  const {release} = await line.status()

  const {code, printed} = await run(line, 'status')

  expect(code).toBe(0)
  expect(printed).toMatch(
    new RegExp(`^Live +${release.id.slice(0, 12)} since \\d{4}-\\d\\d-\\d\\d .*, 2 pages$`, 'm'),
  )
  expect(printed).toMatch(/^Waiting +nothing$/m)
  expect(printed).toMatch(/florence +fr +live after \d+ ms +\d+ +\/fr\/florence\/$/m)
  expect(printed).not.toContain('Pinned')
})

test('shows why something is not live, for the document that is asked for', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await settled(line)
  await line.client.create(note('bad', {refuse: true}))
  await expect.poll(() => line.receipts('document=bad'), WAIT).toHaveLength(1)

  expect((await run(line, 'receipts', 'bad')).printed).toMatch(
    /bad +fr +refused +0 +The note "bad" has no title. \(bad, title, fr\)/,
  )
  expect((await run(line, 'receipts', 'nobody')).printed).toBe('No receipts.\n')
  expect((await run(line, 'status')).printed).toMatch(
    /^Problem +The site could not be built: The note "bad" has no title\. .+ by itself, and after each publish\.$/m,
  )
})

test('pins, rolls back and unpins', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('a'))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  const first = (await line.status()).release.id
  await line.client.create(note('b'))
  await expect.poll(line.page, WAIT).toBe('a b')
  await settled(line)

  expect((await run(line, 'rollback', first.slice(0, 8))).printed).toContain('is live, and pinned')
  expect(await line.page()).toBe('a')
  expect((await run(line, 'status')).printed).toMatch(/^Pinned +yes/m)
  expect((await run(line, 'unpin')).printed).toContain('Unpinned')
  expect(await line.page()).toBe('a b')
  expect((await run(line, 'pin')).printed).toContain('stays live until')
  expect((await run(line, 'publish')).code).toBe(0)
})

test('says in a sentence what cannot be done', async () => {
  const line = await publisherLine()

  expect(await run(line, 'status')).toEqual({
    code: 1,
    printed: `No publisher answers at ${line.address}. Start it with npm start.\n`,
  })
  await line.publisher()
  for (const [command, words] of [
    [['rollback'], 'Say which release'],
    [['rollback', 'ffffffff'], 'There is no release ffffffff'],
    [['check'], 'Say which page'],
    [['check', '/fr/'], 'The live release has no page at /fr/'],
    [['unpublish'], 'There is no command "unpublish"'],
  ] as const) {
    expect(await run(line, ...command)).toEqual({
      code: 1,
      printed: expect.stringMatching(new RegExp(`^${words}[^\n]*\n$`)),
    })
  }
})
