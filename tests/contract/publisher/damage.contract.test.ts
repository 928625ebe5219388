import {existsSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {chaosLine} from './chaos/chaosLine.ts'
import {counterText} from './chaos/counters.ts'
import {notes} from './chaos/notes.ts'
import {expectLive} from './chaos/runKills.ts'
import {siteContent} from './chaos/siteContent.ts'
import {note, publisherLine, settled, WAIT, type PublisherLine} from './publisherLine.ts'

const SOON = {scrubSoon: 50}
const LONG = {timeout: 240_000}

/** Other bytes of the same size, in the file itself: every name it has shows them. */
function damage(file: string) {
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'x'))
}

const liveFile = ({dataDir}: PublisherLine, path: string) =>
  join(dataDir, 'releases', 'current', path)

async function lineWithPages() {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a', {languages: ['fr', 'en'], text: 'salut '.repeat(400)}))
  const stop = await line.publisher({afterwork: 10}, {COMPRESS: 'on'})
  await expect.poll(() => existsSync(liveFile(line, 'fr/a/index.html.br')), WAIT).toBe(true)
  await settled(line)
  return {line, stop}
}

test('a page of the live release that is damaged is served right again', async () => {
  const {line, stop} = await lineWithPages()
  const page = await line.pageAt('/fr/a/')
  await stop()
  for (const name of ['', '.br', '.gz']) damage(liveFile(line, `fr/a/index.html${name}`))

  await line.publisher({...SOON, afterwork: 10}, {COMPRESS: 'on'})

  const plain = async () =>
    (await fetch(`${line.site}/fr/a/`, {headers: {'accept-encoding': 'identity'}})).text()
  await expect.poll(plain, WAIT).toBe(page)
  await expect.poll(() => line.pageAt('/fr/a/').catch(() => ''), WAIT).toBe(page)
  await expect.poll(() => existsSync(liveFile(line, 'fr/a/index.html.br')), WAIT).toBe(true)
})

test('the same while the publisher runs', async () => {
  const {line, stop} = await lineWithPages()
  await stop()
  await line.publisher({scrubSoon: 50, scrub: 100})
  const page = await line.pageAt('/en/a/')

  for (const name of ['', '.br', '.gz']) damage(liveFile(line, `en/a/index.html${name}`))

  const plain = async () =>
    (await fetch(`${line.site}/en/a/`, {headers: {'accept-encoding': 'identity'}})).text()
  await expect.poll(plain, WAIT).toBe(page)
})

test('the folder of the live release is made anew when it is gone', async () => {
  const {line, stop} = await lineWithPages()
  await stop()
  await line.publisher({scrubSoon: 50, scrub: 100})
  const page = await line.pageAt('/en/a/')

  rmSync(realpathSync(join(line.dataDir, 'releases', 'current')), {recursive: true})

  await expect.poll(() => line.pageAt('/en/a/').catch(() => ''), WAIT).toBe(page)
})

test.each(['publisher.db', 'releases/trees.db', 'releases/ledger.db', 'releases/copies.db'])(
  'a damaged %s stops nothing: it is made anew',
  async (name) => {
    const {line, stop} = await lineWithPages()
    await stop()
    const file = join(line.dataDir, name)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xaa, 50))

    await line.publisher({afterwork: 10}, {COMPRESS: 'on'})
    expect(await line.page()).toBe('a')
    await line.client.create(note('b', {languages: ['fr'], text: 'b'}))

    await expect.poll(line.page, WAIT).toBe('a b')
    await settled(line)
  },
)

test('a ledger that is damaged while the publisher runs is made anew as well', LONG, async () => {
  const line = await chaosLine()
  await notes.create(line)
  await expectLive(line, notes.shown)
  const file = join(line.releases, 'ledger.db')
  const damaged = readFileSync(file).fill(0xaa, 50)
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, {force: true})
  writeFileSync(file, damaged)

  await line.client.patch('n0').set(notes.fields(1)).commit()

  await expect
    .poll(async () => (await fetch(`${line.site}/fr/n0/`)).text(), {timeout: 60_000})
    .toContain(counterText(1))
})

test('the same of the site itself: a page, a style sheet', LONG, async () => {
  const line = await publisherLine()
  await line.lake()
  await siteContent.create({client: line.client})
  const stop = await line.publisherOfSite()
  await expect.poll(line.status, {timeout: 120_000}).toMatchObject({
    release: {pages: expect.any(Number)},
    pending: 0,
  })
  const page = await line.pageAt('/fr/')
  const [style = ''] = /(?<=href="[./]*)\/assets\/[^"]+\.css/.exec(page) ?? []
  const sheet = await line.pageAt(style)
  expect(sheet.length).toBeGreaterThan(100)
  await stop()
  damage(liveFile(line, 'fr/index.html'))
  damage(liveFile(line, style))
  const lost = readFileSync(liveFile(line, 'robots.txt'))
  damage(liveFile(line, 'robots.txt'))

  await line.publisherOfSite({}, SOON)

  await expect.poll(() => line.pageAt('/fr/'), {timeout: 120_000, interval: 100}).toBe(page)
  await expect.poll(() => line.pageAt(style), {timeout: 120_000, interval: 100}).toBe(sheet)
  await expect.poll(() => readFileSync(liveFile(line, 'robots.txt')), WAIT).toEqual(lost)
  await settled(line)

  await line.client.patch('bare-meeting').set(siteContent.fields(7)).commit()
  await expect.poll(() => line.pageAt('/fr/reunions/'), WAIT).toContain(counterText(7))
  expect(readFileSync(liveFile(line, 'robots.txt')), 'in the release after').toEqual(lost)
})
