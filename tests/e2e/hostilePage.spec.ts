import {once} from 'node:events'
import {createServer} from 'node:http'
import {join} from 'node:path'

import type {Browser} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'

import {openBrowser} from './browser.ts'
import type {Line} from './line.ts'
import {startLine} from './line.ts'
import {headingOf, visit} from './pages/site.ts'
import {form, openDocument, publish, uploadImage, writeLocalized} from './pages/studio.ts'

const LIVE = {timeout: 60_000, interval: 250}
const FLORENCE = 'meeting-2017-10-05-florence'

let line: Line
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  line = await startLine()
})

afterAll(async () => {
  await browser.close()
  await line.remove()
})

/** What a page of any site can send to programs of the machine that shows it, over and over. */
const tricks = ({lake, publisher, studio}: Line) => `<!doctype html><title>Nice cats</title>
<iframe name="away"></iframe><script>
const lake = ${JSON.stringify(lake)}, others = ${JSON.stringify([publisher, studio])}
const socket = lake.replace('http', 'ws')
const deep = '['.repeat(3000) + ']'.repeat(3000)
const query = '/v2025-02-19/data/query/production?query='
function play() {
  for (const path of ['//', '/v1/listen-socket', '/v2022-06-30/socket/production']) new WebSocket(socket + path)
  for (const path of [query + '$a&$a=' + deep, query + 'count(*[references(^._id)])', '/v1/data/export/production'])
    fetch(lake + path, {mode: 'no-cors'}).catch(() => {})
  new Image().src = lake + query + '*'
  new EventSource(lake + '/v2025-02-19/data/listen/production?query=*')
  fetch(lake + '/v1/data/mutate/production', {method: 'POST', mode: 'no-cors', body: '{"mutations": []}'}).catch(() => {})
  for (const other of others)
    for (const path of ['/status', '/publisher/receipts', '/rollback', '//'])
      fetch(other + path, {mode: 'no-cors', method: path === '/rollback' ? 'POST' : 'GET'}).catch(() => {})
  const form = document.createElement('form')
  Object.assign(form, {method: 'post', action: lake + '/v1/data/mutate/production', target: 'away'})
  document.body.append(form)
  form.submit()
}
setInterval(play, 300)
</script>`

/** The address of a page that another site shows. */
async function evilPage() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(tricks(line))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return `http://evil.localhost:${port}/`
}

test('a page of another site is refused whatever it tries, while an officer publishes and sees pictures', async () => {
  const evil = await browser.newPage()
  const statuses = new Map<number, number>()
  const ours = [line.lake, line.publisher, line.studio]
  evil.on('response', (response) => {
    if (!ours.some((origin) => response.url().startsWith(origin))) return
    statuses.set(response.status(), (statuses.get(response.status()) ?? 0) + 1)
  })
  await evil.goto(await evilPage())
  const officer = await browser.newPage({viewport: {width: 1600, height: 1000}})
  await openDocument(officer, line.studio, 'meeting', FLORENCE)
  await uploadImage(officer, await picture())
  await writeLocalized(officer, 'title', 'fr', 'Florence, sans crainte')
  await publish(officer)

  await expect
    .poll(() => headingAt('/fr/reunions/florence-2017-10-05/'), LIVE)
    .toBe('Florence, sans crainte')
  await expect
    .poll(
      () =>
        form(officer)
          .locator(`img[src^="${line.lake}/images/"]`)
          .evaluateAll((shown) =>
            shown.map((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
          ),
      LIVE,
    )
    .toContain(true)
  expect([...statuses.keys()]).toEqual([403])
  expect(statuses.get(403)).toBeGreaterThan(20)
  expect(line.printed()).not.toContain('ended by itself')
})

const headingAt = async (path: string) => headingOf((await visit(line.site, path)).html)

/** The file of a picture that nobody has seen before. */
async function picture() {
  const file = join(line.dataDirectory, 'picture.png')
  await sharp({create: {width: 320, height: 200, channels: 3, background: '#2a6'}})
    .png()
    .toFile(file)
  return file
}
