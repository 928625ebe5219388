// Longer than most: the same promises are put to each web server, and starting one is dear, so they share it.
import {brotliDecompressSync, gunzipSync} from 'node:zlib'

import {describe, expect, test} from 'vitest'

import {compressRelease} from '../../../scripts/publisher/afterwork/compress/compressRelease.ts'
import {SECURITY_HEADERS} from '../../../scripts/publisher/site/securityHeaders.ts'
import {nginxConf} from '../../../scripts/servers/nginxConf.ts'
import {caddyfile} from '../../../scripts/servers/caddyfile.ts'
import {emptyStore} from '../../unit/publisher/releaseOfFiles.ts'
import {temporaryDirectory} from '../../unit/publisher/temporaryDirectory.ts'
import {ask} from './ask.ts'
import type {SiteServer} from './siteServers.ts'
import {absentServers, siteServers} from './siteServers.ts'

const PICTURE = '/pictures/0123456789abcdef0123.webp'
const LONG = '<p>Texte</p>'.repeat(200)

const files = {
  'index.html': 'Choose a language',
  '404.html': 'Nothing here',
  'fr/index.html': `Accueil${LONG}`,
  'fr/404.html': 'Rien ici',
  'fr/reunions/index.html': 'Réunions',
  'fr/ancien/index.html': 'Page moved',
  'fr/retire/index.html': 'Page retirée',
  'fr/feed.xml': '<feed/>',
  'fr/calendar.ics': 'BEGIN:VCALENDAR',
  'el/index.html': 'Αρχική',
  'el/404.html': 'Τίποτα εδώ',
  'assets/site.K7D40y4x.css': `body{}${'p{}'.repeat(500)}`,
  [PICTURE.slice(1)]: 'RIFF',
  'favicon.svg': '<svg/>',
  'sitemap.xml': '<urlset/>',
  _redirects: '/fr/ancien/ /fr/reunions/ 301\n',
  _gone: '/fr/retire/\n',
}

const ASK = 'public, max-age=0, must-revalidate'
const YEAR = 'public, max-age=31536000, immutable'

/** A server of the site above, with compressed copies. */
async function start(server: SiteServer) {
  const {root, store, release} = emptyStore()
  store.swap(await compressRelease(root, release(files)))
  return server.start(root, temporaryDirectory())
}

/** What every server answers to a request. */
const promises = [
  {
    path: '/fr/',
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: ASK,
    body: files['fr/index.html'],
  },
  {
    path: '/fr/?a=1',
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: ASK,
    body: files['fr/index.html'],
  },
  {
    path: '/fr/reunions/',
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: ASK,
    body: 'Réunions',
  },
  {
    path: '/fr/reunions/index.html',
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: ASK,
    body: 'Réunions',
  },
  {
    path: '/%66r/reunions/',
    status: 200,
    type: 'text/html; charset=utf-8',
    cache: ASK,
    body: 'Réunions',
  },
  {
    path: '/fr/feed.xml',
    status: 200,
    type: 'application/xml; charset=utf-8',
    cache: ASK,
    body: '<feed/>',
  },
  {
    path: '/fr/calendar.ics',
    status: 200,
    type: 'text/calendar; charset=utf-8',
    cache: ASK,
    body: 'BEGIN:VCALENDAR',
  },
  {
    path: '/favicon.svg',
    status: 200,
    type: 'image/svg+xml; charset=utf-8',
    cache: ASK,
    body: '<svg/>',
  },
  {path: PICTURE, status: 200, type: 'image/webp', cache: YEAR, body: 'RIFF'},
  {
    path: '/assets/site.K7D40y4x.css',
    status: 200,
    type: 'text/css; charset=utf-8',
    cache: YEAR,
    body: files['assets/site.K7D40y4x.css'],
  },
  {path: '/', status: 200, type: 'text/html; charset=utf-8', cache: ASK, body: 'Choose a language'},
  {
    path: '/fr/nulle-part/',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Rien ici',
  },
  {
    path: '/fr/absent.png',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Rien ici',
  },
  {
    path: '/el/x/y',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Τίποτα εδώ',
  },
  {
    path: '/it/nulla/',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Nothing here',
  },
  {
    path: '/pictures/0123456789abcdef9999.webp',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Nothing here',
  },
  {
    path: '/assets/',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Nothing here',
  },
  {
    path: '/assets',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Nothing here',
  },
  {
    path: '/sitemap.xml/',
    status: 404,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Nothing here',
  },
  {
    path: '/fr/retire/',
    status: 410,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Page retirée',
  },
  {
    path: '/fr/retire',
    status: 410,
    type: 'text/html; charset=utf-8',
    cache: 'no-store',
    body: 'Page retirée',
  },
]

const redirects = [
  {path: '/fr/ancien/', accept: '', status: 301, to: '/fr/reunions/'},
  {path: '/fr/ancien', accept: '', status: 301, to: '/fr/reunions/'},
  {path: '/fr/reunions', accept: '', status: 301, to: '/fr/reunions/'},
  {path: '/', accept: 'fr-FR,fr;q=0.9,en;q=0.8', status: 302, to: '/fr/'},
  {path: '/', accept: 'de, el;q=0.3', status: 302, to: '/el/'},
  {path: '/', accept: 'fr;q=0, el;q=0.1', status: 302, to: '/el/'},
]

const hostile = [
  '/../../etc/passwd',
  '/fr/../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/fr/..%2f..%2f..%2fetc/passwd',
  '/fr/..%5c..%5cetc/passwd',
  '/fr/%00',
  '/fr/%zz',
  '/fr/%ff%fe',
  '/fr/%0d%0aset-cookie:%20a=b',
  `/${'a'.repeat(300)}/`,
  `/fr/${'a/'.repeat(2000)}`,
]

describe.each(siteServers)('$name', (server) => {
  test('keeps its promises', async () => {
    const port = await start(server)
    for (const {path, status, type, cache, body} of promises) {
      const answer = await ask(port, path)
      const said = {
        path,
        status: answer.status,
        type: answer.headers['content-type']?.toLowerCase(),
        cache: answer.headers['cache-control'],
        body: answer.body.toString(),
      }
      expect.soft(said).toEqual({path, status, type, cache, body})
      expect.soft(answer.headers, path).toMatchObject(SECURITY_HEADERS)
      expect.soft(answer.headers['set-cookie'], path).toBeUndefined()
    }
  })

  test('sends visitors on', async () => {
    const port = await start(server)
    for (const {path, accept, status, to} of redirects) {
      const {status: said, headers} = await ask(port, path, {headers: {'accept-language': accept}})
      expect
        .soft({path, accept, status: said, to: headers.location})
        .toEqual({path, accept, status, to})
      expect.soft(headers['cache-control'], path).toBe(ASK)
      expect.soft(headers, path).toMatchObject(SECURITY_HEADERS)
      if (path === '/') expect.soft(headers.vary).toContain('Accept-Language')
    }
  })

  test('gives nothing but the site to odd addresses', async () => {
    const port = await start(server)
    for (const path of hostile) {
      const {status, headers} = await ask(port, path)
      expect.soft([400, 404, 414], `${path}: ${status}`).toContain(status)
      expect.soft(headers['set-cookie'], path).toBeUndefined()
    }
    for (const path of ['//fr', '//fr/', '/fr//reunions']) {
      const {status, headers} = await ask(port, path)
      expect.soft(status, path).toBeLessThan(500)
      expect.soft(headers.location ?? '/', path).not.toMatch(/^\/\/|:/)
    }
  })

  test('only reads', async () => {
    const port = await start(server)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask(port, '/fr/', {method})).status, method).toBe(405)
    }
  })

  test('sends compressed copies, and says so', async () => {
    const port = await start(server)
    const packed = await ask(port, '/fr/', {headers: {'accept-encoding': 'gzip'}})
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/html; charset=utf-8',
      vary: expect.stringMatching(/accept-encoding/i),
    })
    expect(gunzipSync(packed.body).toString()).toBe(files['fr/index.html'])
    const style = await ask(port, '/assets/site.K7D40y4x.css', {
      headers: {'accept-encoding': 'gzip'},
    })
    expect(style.headers['content-encoding']).toBe('gzip')

    const best = await ask(port, '/fr/', {headers: {'accept-encoding': 'gzip, br'}})
    if (best.headers['content-encoding'] === 'br') {
      expect(brotliDecompressSync(best.body).toString()).toBe(files['fr/index.html'])
    } else {
      expect(server.name).toBe('nginx') // its module for Brotli is a choice of the operator's
    }
  })

  test('compresses by itself where a release has no copies', async () => {
    const {root, store, release} = emptyStore()
    store.swap(release(files))
    const port = await server.start(root, temporaryDirectory())

    const packed = await ask(port, '/fr/', {headers: {'accept-encoding': 'gzip'}})
    const absent = await ask(port, '/fr/absent/', {headers: {'accept-encoding': 'gzip'}})

    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.body).toString()).toBe(files['fr/index.html'])
    expect(absent).toMatchObject({status: 404, body: Buffer.from('Rien ici')})
  })

  test('says that a page has not changed, and answers HEAD without a body', async () => {
    const port = await start(server)
    const {etag = ''} = (await ask(port, '/fr/')).headers
    const known = await ask(port, '/fr/', {headers: {'if-none-match': etag}})
    const head = await ask(port, '/fr/', {method: 'HEAD'})

    expect(known.status).toBe(304)
    expect(known.headers).toMatchObject({'cache-control': ASK, ...SECURITY_HEADERS})
    expect(head.status).toBe(200)
    expect(head.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(head.body.byteLength).toBe(0)
  })

  test('answers 2,000 requests with whole pages while releases are swapped', async () => {
    const {root, store, release} = emptyStore()
    const sites = ['AAAAAAAA', 'BBBBBBBB'].map((name) => ({
      ...files,
      'fr/index.html': `<link href="/assets/site.${name}.css">${`<p>${name}</p>`.repeat(2000)}`,
      [`assets/site.${name}.css`]: `body{}`,
    }))
    const ids = sites.map((site) => release(site))
    store.swap(ids[0] ?? '')
    const port = await server.start(root, temporaryDirectory())
    let swaps = 0
    const swapper = setInterval(() => store.swap(ids[(swaps += 1) % 2] ?? ''), 1)
    const seen = new Set<string>()
    const lane = async () => {
      for (let count = 0; count < 100; count += 1) {
        const {status, body} = await ask(port, '/fr/')
        seen.add(`${status} ${body.toString()}`)
      }
    }
    await Promise.all(Array.from({length: 20}, lane)).finally(() => clearInterval(swapper))

    expect(seen).toEqual(new Set(sites.map((site) => `200 ${site['fr/index.html']}`)))
    expect(swaps).toBeGreaterThan(10)
  })
})

test.each(absentServers)(
  '%s is not installed here: its configuration is written, not tried',
  (name) => {
    const site = {
      root: '/site',
      url: new URL('https://example.org'),
      locales: ['fr'],
      moved: {redirects: new Map<string, string>(), gone: new Set<string>()},
    }
    process.stdout.write(`Not tried: ${name}, which is not installed here.\n`)
    const text = name === 'nginx' ? nginxConf(site, '/conf') : caddyfile(site)

    expect(text).toContain(SECURITY_HEADERS['content-security-policy'])
  },
)
