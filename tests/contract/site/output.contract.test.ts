import {localeIds} from '@coworkmed/schemas/locales'
import {HtmlValidate} from 'html-validate'
import {brotliCompressSync} from 'node:zlib'

import {SITE_URL} from './buildSite.ts'
import {elementsNamed, elementsOf} from './readHtml.ts'
import {expect, test} from './test.ts'

test('every link of the site leads somewhere, places on pages included', ({site}) => {
  for (const [path, html] of site.pages) {
    for (const {attributes} of elementsNamed(html, 'a')) {
      const href = attributes.href ?? ''
      if (/^(https?|mailto|tel):/.test(href)) continue
      const url = new URL(href, SITE_URL + path)
      const target = site.pages.get(url.pathname)
      expect.soft(target, `${href} on ${path}`).toBeDefined()
      const ids = url.hash ? elementsOf(target ?? '').map((element) => element.attributes.id) : []
      if (url.hash) expect.soft(ids, `${href} on ${path}`).toContain(url.hash.slice(1))
    }
  }
})

test('every file a page asks for is there, and nothing comes from elsewhere', ({site}) => {
  for (const [path, html] of site.pages) {
    for (const {name, attributes} of elementsOf(html)) {
      const asked = name === 'a' || attributes.rel === 'alternate' || attributes.rel === 'canonical'
      if (asked) continue
      const addresses = [
        attributes.href,
        attributes.src,
        ...(attributes.srcset?.split(/\s[\dw]+,?\s?/) ?? []),
      ]
      for (const address of addresses.filter(Boolean)) {
        const {pathname} = new URL(address ?? '', SITE_URL + path)
        expect.soft([...site.files.keys()], `${address} on ${path}`).toContain(pathname)
      }
    }
  }
})

test('the site may be opened from any folder of any server', ({site}) => {
  const folder = 'https://archive.example/2026/coworkmed'
  for (const [path, html] of site.pages) {
    // An error page is shown at whatever address was asked for.
    if (path.endsWith('404.html')) continue
    for (const {attributes} of elementsOf(html)) {
      const srcset = attributes.srcset?.split(', ').map((each) => each.split(' ')[0]) ?? []
      for (const address of [attributes.href, attributes.src, ...srcset]) {
        if (!address || /^[a-z]+:/.test(address)) continue
        const {href} = new URL(address, folder + path)
        expect.soft(href.startsWith(`${folder}/`), `${address} on ${path}`).toBe(true)
      }
    }
  }
  const styles = [...site.files].filter(([path]) => path.endsWith('.css'))
  for (const [path, css] of styles) expect.soft(css.includes('url(/'), path).toBe(false)
})

test('pages carry no script, no inline style and one stylesheet', ({site}) => {
  for (const [path, html] of site.pages) {
    const elements = elementsOf(html)
    const names = elements.map(({name}) => name)
    expect.soft(names, path).not.toContain('script')
    expect.soft(names, path).not.toContain('style')
    const attributes = elements.flatMap((element) => Object.keys(element.attributes))
    expect
      .soft(
        attributes.filter((name) => name === 'style' || name.startsWith('on')),
        path,
      )
      .toEqual([])
    const sheets = elements.filter((element) => element.attributes.rel === 'stylesheet')
    expect.soft(sheets, path).toHaveLength(1)
  }
})

test.for([
  'CANARY-DRAFT',
  'CANARY-HIDDEN',
  'canary-hidden',
  'CANARY-NOTE',
  'CANARY-REMARK',
  'CANARY-WITHDRAWN',
  'CANARY-COMING',
  'canary-coming',
])('what visitors must not see is in no file: %s', (canary, {site}) => {
  for (const [path, bytes] of site.files) expect.soft(bytes.includes(canary), path).toBe(false)
})

test('the finished site does not know where its content came from', ({site, lake}) => {
  const {host} = new URL(lake.url)
  for (const [path, bytes] of site.files) {
    expect.soft(bytes.includes(host), path).toBe(false)
    expect.soft(bytes.includes(lake.dataDir), path).toBe(false)
    expect.soft(bytes.includes('cdn.sanity.io'), path).toBe(false)
  }
})

test('all pages are valid HTML', async ({site}) => {
  const validate = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'no-inline-style': 'error',
      'long-title': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
    },
  })
  for (const [path, html] of site.pages) {
    const {results} = await validate.validateString(html, path)
    const messages = results.flatMap((result) =>
      result.messages.map(
        ({ruleId, message, line, column}) => `${ruleId}: ${message} (${line}:${column})`,
      ),
    )
    expect.soft(messages, path).toEqual([])
  }
})

test('a page and the styles it waits for arrive in the first round trip', ({site}) => {
  const styles = [...site.files].filter(([path]) => path.endsWith('.css'))
  const styleBytes = styles.reduce((sum, [, bytes]) => sum + brotliCompressSync(bytes).length, 0)
  for (const [path, html] of site.pages) {
    expect.soft(brotliCompressSync(html).length + styleBytes, path).toBeLessThanOrEqual(13_000)
  }
})

test('pictures stand in the site in modern formats, cropped, with their size', async ({site}) => {
  const html = site.pages.get('/fr/reunions/florence-2017-10-05/') ?? ''
  const [image] = elementsNamed(html, 'img')
  expect(image?.attributes).toMatchObject({alt: 'Du vert', width: '600', height: '400'})
  expect(image?.attributes.src).toMatch(/\.\.\/pictures\/[0-9a-f]{20}\.jpg$/)
  const types = elementsNamed(html, 'source').map(({attributes}) => attributes.type)
  expect(types).toEqual(['image/avif', 'image/webp'])
})

test('error pages stand where web servers look for them, and search engines leave them out', ({
  site,
}) => {
  for (const path of ['/404.html', ...localeIds.map((locale) => `/${locale}/404.html`)]) {
    const robots = elementsNamed(site.pages.get(path) ?? '', 'meta').find(
      ({attributes}) => attributes.name === 'robots',
    )
    expect.soft(robots?.attributes.content, path).toBe('noindex')
  }
})

test('robots are told where the sitemap is', ({site}) => {
  expect(site.files.get('/robots.txt')?.toString()).toContain(`Sitemap: ${SITE_URL}/sitemap.xml`)
})
