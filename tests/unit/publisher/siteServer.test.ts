import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {expect, test} from 'vitest'

import {accepts} from '../../../scripts/publisher/site/accepts.ts'
import {liveDirectory} from '../../../scripts/publisher/site/liveDirectory.ts'
import {readMovedAddresses} from '../../../scripts/publisher/site/movedAddresses.ts'
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

/** A folder with files, by their path. */
function folderOf(content: Readonly<Record<string, string>>) {
  const directory = temporaryDirectory()
  for (const [name, text] of Object.entries(content)) {
    mkdirSync(dirname(join(directory, name)), {recursive: true})
    writeFileSync(join(directory, name), text)
  }
  return directory
}

function site(content: Readonly<Record<string, string>> = files) {
  const directory = folderOf(content)
  return siteServer({liveDirectory: () => directory})
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
  const answer = await site().request(path)

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
  const answer = await site().request('/', {headers: {'accept-language': wants}})

  expect(answer.headers.get('location') ?? undefined).toBe(to)
  expect(answer.status).toBe(to ? 302 : 200)
})

test('forbids what no page needs, sets no cookie, and keeps hashed files for a year', async () => {
  const app = site()
  const page = await app.request('/fr/')
  const style = await app.request('/assets/site.K7D40y4x.css')

  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('set-cookie')).toBeNull()
  expect(page.headers.get('cache-control')).toContain('must-revalidate')
  expect(style.headers.get('cache-control')).toContain('immutable')
})

test('says that the first build is not done, and when to come back', async () => {
  const releases = temporaryDirectory()
  const answer = await siteServer({liveDirectory: () => liveDirectory(releases)}).request('/fr/')

  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})

test('says 503, and why in the log, when the disk cannot be read', async () => {
  const told: object[] = []
  const app = siteServer({
    liveDirectory: () => {
      throw new Error('The link is broken.')
    },
    log: {error: (details) => void told.push(details)},
  })

  expect((await app.request('/fr/')).status).toBe(503)
  expect(told).toMatchObject([{err: {message: 'The link is broken.'}, path: '/fr/'}])
})

test('forgets what moved with the release that said so', async () => {
  const one = folderOf({...files, _redirects: '/fr/vieux/ /fr/reunions/ 301\n', _gone: '/fr/\n'})
  const two = folderOf(files)
  let live = one
  const app = siteServer({liveDirectory: () => live})
  expect((await app.request('/fr/vieux/')).headers.get('location')).toBe('/fr/reunions/')
  expect((await app.request('/fr/')).status).toBe(410)

  live = two

  expect((await app.request('/fr/vieux/')).status).toBe(404)
  expect((await app.request('/fr/')).status).toBe(200)
})

test('answers each request from one release, also while many run and releases change', async () => {
  const here = folderOf({...files, 'fr/vieux/index.html': 'Page'})
  const moved = folderOf({
    ...files,
    'fr/vieux/index.html': 'Page moved',
    _redirects: '/fr/vieux/ /fr/reunions/ 301\n',
  })
  let asked = 0
  const app = siteServer({liveDirectory: () => ((asked += 1) % 3 === 0 ? here : moved)})
  await app.request('/fr/')
  const answers = await Promise.all(
    Array.from({length: 600}, async () => {
      const answer = await app.request('/fr/vieux/')
      return `${answer.status} ${await answer.text()}`
    }),
  )

  expect(asked).toBe(601)
  expect(new Set(answers)).toEqual(new Set(['200 Page', '301 ']))
})

test('heeds no line that leads away from the site, or means something to a configuration', async () => {
  const lines = [
    '/a/ https://evil.example/ 301',
    '/b/ //evil.example/ 301',
    '/c/ /x;}/ 301',
    '/d/ /fr/ 200',
    '/*/ /fr/ 301',
    '/e/ /fr/ 301',
  ]
  const moved = await readMovedAddresses(folderOf({_redirects: lines.join('\n')}))

  expect([...moved.redirects]).toEqual([['/e/', '/fr/']])
  expect(moved.gone.size).toBe(0)
})

test('sends large files whole', async () => {
  const text = 'Ligne\n'.repeat(500_000)
  const answer = await site({...files, 'data/all.csv': text}).request('/data/all.csv')

  expect(answer.headers.get('content-length')).toBe(String(text.length))
  expect(await answer.text()).toBe(text)
})

test('knows another version of a page by its tag, in each form it is sent in', async () => {
  const page = '<p>Texte</p>'.repeat(200)
  const app = site({...files, 'fr/index.html': page, 'fr/index.html.br': 'packed'})
  const plain = await app.request('/fr/')
  const packed = await app.request('/fr/', {headers: {'accept-encoding': 'br'}})
  const ask = (tag: string | null, coding: string) =>
    app.request('/fr/', {headers: {'if-none-match': tag ?? '', 'accept-encoding': coding}})

  expect(packed.headers.get('content-encoding')).toBe('br')
  expect((await ask(plain.headers.get('etag'), '')).status).toBe(304)
  expect((await ask(`"x", W/${plain.headers.get('etag')}`, '')).status).toBe(304)
  expect((await ask(plain.headers.get('etag'), 'br')).status).toBe(200)
  expect((await ask(packed.headers.get('etag'), 'br')).status).toBe(304)
})

test.each([
  {header: 'gzip, br', coding: 'br', output: true},
  {header: 'gzip;q=0.5,BR;q=0.1', coding: 'br', output: true},
  {header: 'br;q=0, *', coding: 'br', output: false},
  {header: '*', coding: 'br', output: true},
  {header: 'gzip', coding: 'br', output: false},
  {header: '', coding: 'br', output: false},
  {header: null, coding: 'br', output: false},
])('reads "$header": $coding is taken: $output', ({header, coding, output}) => {
  expect(accepts(header, coding)).toBe(output)
})
