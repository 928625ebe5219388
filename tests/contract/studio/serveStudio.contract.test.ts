import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveStudio} from '../../../scripts/serveStudio.ts'

let directory: string
let studio: Awaited<ReturnType<typeof serveStudio>>

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'studio-build-'))
  await mkdir(join(directory, 'static'))
  await writeFile(join(directory, 'index.html'), '<!DOCTYPE html><head></head><body>Studio</body>')
  await writeFile(join(directory, 'static', 'sanity-CRYJlD3k.js'), 'export {}')
  await writeFile(join(directory, 'static', 'manifest.webmanifest'), '{}')
  studio = await serve()
})
afterEach(async () => {
  await studio.close()
  await rm(directory, {recursive: true})
})

test.each(['/', '/index.html', '/structure/meeting;florence', '/intent/edit/id=a;type=meeting/'])(
  'answers %s with the page, which is asked for anew each time',
  async (path) => {
    const response = await fetch(address(path))

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-security-policy')).toContain('http://localhost:4500')
    expect(await response.text()).toContain(
      '<meta name="lake-url" content="http://localhost:4500"/>',
    )
  },
)

test('lets browsers keep files with a digest in their name for ever, and others not', async () => {
  const hashed = await fetch(address('/static/sanity-CRYJlD3k.js'))
  const plain = await fetch(address('/static/manifest.webmanifest'))

  expect(hashed.headers.get('content-type')).toMatch(/javascript/)
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('cache-control')).toBe('no-cache')
})

test('says that a file is not there, rather than answer with the page', async () => {
  expect((await fetch(address('/static/sanity-00000000.js'))).status).toBe(404)
})

test('gives out no file from outside the build', async () => {
  await writeFile(join(directory, '..', 'studio-secret.txt'), 'secret')

  const response = await fetch(address('/static/..%2f..%2fstudio-secret.txt'))

  expect(await response.text()).not.toContain('secret')
  await rm(join(directory, '..', 'studio-secret.txt'))
})

test('answers to its own names alone', async () => {
  expect(await statusFor('studio.example.org')).toBe(421)
  expect(await statusFor(`localhost:${studio.port}`)).toBe(200)
})

test('says what to do when there is no build', async () => {
  await expect(serve(join(directory, 'nowhere'))).rejects.toThrow(/sanity build/)
})

test('tells the Studio of hosted Sanity when there is no lake', async () => {
  const hosted = await serveStudio({
    directory,
    port: 0,
    lakeUrl: 'https://api.sanity.io',
    projectId: 'abc12345',
    dataset: 'production',
  })
  const response = await fetch(`http://127.0.0.1:${hosted.port}/`)
  await hosted.close()

  expect(response.headers.get('content-security-policy')).toContain('https://*.api.sanity.io')
  expect(await response.text()).toContain('<meta name="lake-url" content=""/>')
})

const address = (path: string) => `http://127.0.0.1:${studio.port}${path}`

function serve(from = directory) {
  const backend = {lakeUrl: 'http://localhost:4500', projectId: 'local', dataset: 'production'}
  return serveStudio({directory: from, port: 0, ...backend})
}

function statusFor(host: string) {
  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request({host: '127.0.0.1', port: studio.port, headers: {host}}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
}
