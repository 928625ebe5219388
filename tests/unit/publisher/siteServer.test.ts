import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {expect, test} from 'vitest'

import {createReleases} from '../../../scripts/publisher/releases/releases.ts'
import {siteServer} from '../../../scripts/publisher/site/siteServer.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const files = {
  'index.html': 'Choose a language',
  '404.html': 'Nothing here',
  'fr/index.html': 'Accueil',
  'fr/404.html': 'Rien ici',
  'fr/reunions/index.html': 'Réunions',
  'el/index.html': 'Αρχική',
  'assets/site.K7D40y4x.css': 'body{}',
  'sitemap.xml': '<urlset/>',
}

/** A build that writes the files above. */
async function writeFiles(directory: string) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), {recursive: true})
    writeFileSync(join(directory, name), text)
  }
}

async function site() {
  const releases = createReleases(temporaryDirectory())
  const release = await releases.write(writeFiles, async () => ({content: '1', code: '1'}))
  releases.swap(release)
  return siteServer(releases)
}

test.each([
  {path: '/fr/', status: 200, type: 'text/html', text: 'Accueil'},
  {path: '/fr/reunions/', status: 200, type: 'text/html', text: 'Réunions'},
  {path: '/sitemap.xml', status: 200, type: 'xml', text: '<urlset/>'},
  {path: '/assets/site.K7D40y4x.css', status: 200, type: 'text/css', text: 'body{}'},
  {path: '/fr/nowhere/', status: 404, type: 'text/html', text: 'Rien ici'},
  {path: '/it/nulla/', status: 404, type: 'text/html', text: 'Nothing here'},
  {path: '/%2e%2e/%2e%2e/etc/passwd', status: 404, type: 'text/html', text: 'Nothing here'},
  {path: '/fr/..%2f..%2f..%2fetc/passwd', status: 404, type: 'text/html', text: 'Rien ici'},
])('answers $path with $status', async ({path, status, type, text}) => {
  const answer = await (await site()).request(path)

  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain(type)
  expect(await answer.text()).toBe(text)
})

test.each([
  {wants: 'fr-FR,fr;q=0.9,en;q=0.8', to: '/fr/'},
  {wants: 'de, el;q=0.3, fr;q=0.2', to: '/el/'},
  {wants: 'de', to: undefined},
  {wants: '', to: undefined},
  {wants: '../../etc;q=9,*;q=0.1', to: undefined},
])('sends a visitor who wants "$wants" to $to', async ({wants, to}) => {
  const answer = await (await site()).request('/', {headers: {'accept-language': wants}})

  expect(answer.headers.get('location') ?? undefined).toBe(to)
  expect(answer.status).toBe(to ? 302 : 200)
})

test('forbids what no page needs, sets no cookie, and keeps hashed files for a year', async () => {
  const app = await site()
  const page = await app.request('/fr/')
  const style = await app.request('/assets/site.K7D40y4x.css')

  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('set-cookie')).toBeNull()
  expect(page.headers.get('cache-control')).toContain('must-revalidate')
  expect(style.headers.get('cache-control')).toContain('immutable')
})

test('says that the first build is not done, and when to come back', async () => {
  const answer = await siteServer(createReleases(temporaryDirectory())).request('/fr/')

  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})
