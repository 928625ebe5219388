import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {BlockList} from 'node:net'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import sharp from 'sharp'
import {onTestFinished} from 'vitest'

import {ndjson} from '../../../scripts/content/ndjson.ts'
import {download} from '../../../scripts/content/outsideAssets/download.ts'
import {contentProgram, variablesOf} from './contentProgram.ts'
import {organisation} from './organisation.ts'
import {expect, test} from './test.ts'

const withLogo = (_sanityAsset: string) =>
  organisation('org', {logo: {_type: 'image', _sanityAsset}})

test('takes a file from elsewhere on this machine when asked to', async ({
  backend,
  lake,
  folder,
}) => {
  await mkdir(join(folder, 'elsewhere'))
  const picture = join(folder, 'elsewhere', 'logo.png')
  await sharp({create: {width: 4, height: 3, channels: 3, background: 'teal'}}).toFile(picture)
  const path = join(folder, 'content.ndjson')
  await writeFile(path, ndjson([withLogo(`image@${pathToFileURL(picture)}`)]))

  const {code, stderr} = await contentProgram(
    ['import', path, '--outside-assets'],
    variablesOf(backend),
  )

  expect(stderr).toBe('')
  expect(code).toBe(0)
  const asset = await lake.fetch('*[_id == "org"][0].logo.asset->{originalFilename, extension}')
  expect(asset).toMatchObject({extension: 'png'})
})

test.for([
  ['http://127.0.0.1:3901/status', 'this machine or one of a private network'],
  ['http://localhost/', 'this machine or one of a private network'],
  ['http://2130706433/', 'this machine or one of a private network'],
  ['http://[::1]/', 'this machine or one of a private network'],
  ['http://[::ffff:127.0.0.1]/', 'this machine or one of a private network'],
  ['http://10.0.0.1/a.png', 'this machine or one of a private network'],
  ['http://169.254.169.254/latest/meta-data', 'this machine or one of a private network'],
  ['http://[', 'could not be fetched'],
  ['file:///no/such/file.png', 'ENOENT'],
  ['file://./images/a.png', 'a file of an archive'],
])('fetches nothing from %s, asked or not', async ([address, reason], {backend, lake, folder}) => {
  const path = join(folder, 'content.ndjson')
  await writeFile(path, ndjson([withLogo(`image@${address}`)]))

  const {code, stderr} = await contentProgram(
    ['import', path, '--outside-assets'],
    variablesOf(backend),
  )

  expect(stderr).toMatch(/^line 1/)
  expect(stderr).toContain(reason)
  expect(code).toBe(1)
  expect(await lake.fetch('count(*)')).toBe(0)
})

/** A server of this machine, which `only` this test lets be asked, that answers with a file or leads on. */
async function startServer(leadsTo?: string) {
  const server = createServer((_request, response) => {
    if (leadsTo) response.writeHead(302, {location: leadsTo}).end()
    else response.end('bytes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
}

test('follows an address where it leads, but not into a network that is forbidden', async ({
  folder,
}) => {
  const forbidden = new BlockList()
  forbidden.addAddress('127.0.0.2')
  const file = join(folder, 'fetched')
  const there = await startServer()

  await download(await startServer(there), file, forbidden)
  expect(await readFile(file, 'utf8')).toBe('bytes')

  const trap = await startServer('http://127.0.0.2:3901/status')
  await expect(download(trap, file, forbidden)).rejects.toThrow('127.0.0.2 is this machine')
  const loop = await startServer('/again')
  await expect(download(loop, file, forbidden)).rejects.toThrow('leads on more than 5 times')
})
