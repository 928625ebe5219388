import {localeIds} from '@coworkmed/schemas/locales'

import {SITE_URL} from './buildSite.ts'
import {attributeOf, elementsNamed, elementsOf} from './readHtml.ts'
import {expect, test} from './test.ts'

const FRENCH = '/fr/reunions/florence-2017-10-05/'

test('every document has a page in every language', ({site}) => {
  for (const path of [
    '/ca/reunions/florence-2017-10-05/',
    '/es/reuniones/florence-2017-10-05/',
    '/el/synantiseis/florence-2017-10-05/',
    '/en/meetings/florence-2017-10-05/',
    FRENCH,
    '/hr/sastanci/florence-2017-10-05/',
    '/it/riunioni/firenze-2017-10-05/',
  ]) {
    expect.soft([...site.pages.keys()]).toContain(path)
  }
})

test('the pages of one thing name each other, themselves, and the one in the language of the project for all others', ({
  site,
}) => {
  for (const [path, html] of site.pages) {
    const alternates = alternatesOf(html)
    if (alternates.size === 0) continue
    expect.soft(alternates.get('x-default'), path).toBe(alternates.get('fr'))
    expect.soft([...alternates.values()], path).toContain(SITE_URL + path)
    for (const [language, url] of alternates) {
      const other = site.pages.get(url.slice(SITE_URL.length))
      expect.soft(alternatesOf(other ?? ''), `${path} and its ${language}`).toEqual(alternates)
    }
  }
})

test('a page with its own text is its own canonical', ({site}) => {
  const html = site.pages.get('/it/riunioni/firenze-2017-10-05/') ?? ''
  expect(attributeOf(html, 'link', 'href', {rel: 'canonical'})).toBe(
    `${SITE_URL}/it/riunioni/firenze-2017-10-05/`,
  )
})

test('a page that borrows its text says so, marks it, and points to the original', ({site}) => {
  const html = site.pages.get('/hr/sastanci/florence-2017-10-05/') ?? ''
  expect(attributeOf(html, 'html', 'lang')).toBe('hr')
  expect(attributeOf(html, 'link', 'href', {rel: 'canonical'})).toBe(SITE_URL + FRENCH)
  expect(alternatesOf(html).size).toBe(0)
  expect(attributeOf(html, 'a', 'href', {hreflang: 'fr', lang: 'fr'})).toBe(`../../..${FRENCH}`)

  const borrowed = elementsNamed(html, 'span').find(({text}) => text === 'Florence meeting')
  expect(borrowed?.attributes).toMatchObject({lang: 'en', dir: 'ltr'})
  expect(
    elementsNamed(html, 'aside')
      .map(({text}) => text)
      .join(),
  ).toContain('engleski')
})

test('a hidden translation is as if it were not there', ({site}) => {
  const html = site.pages.get('/el/synantiseis/florence-2017-10-05/') ?? ''
  expect(elementsNamed(html, 'h1')[0]?.text).toContain('Florence meeting')
  expect(alternatesOf(html).size).toBe(0)
})

test('a machine translation says that nobody has reviewed it; a reviewed one says nothing', ({
  site,
}) => {
  const italian = site.pages.get('/it/riunioni/firenze-2017-10-05/') ?? ''
  const english = site.pages.get('/en/meetings/florence-2017-10-05/') ?? ''
  expect(elementsNamed(italian, 'aside')).toHaveLength(1)
  expect(elementsNamed(english, 'aside')).toHaveLength(0)
})

test('every page leads to itself in every language', ({site}) => {
  const html = site.pages.get(FRENCH) ?? ''
  const links = elementsNamed(html, 'a').filter(({attributes}) => attributes.hreflang)
  expect(links.map(({attributes}) => attributes.hreflang)).toEqual(localeIds)
  for (const {attributes} of links) {
    expect.soft(attributes.lang).toBe(attributes.hreflang)
    const {pathname} = new URL(attributes.href ?? '', SITE_URL + FRENCH)
    expect.soft(site.pages.has(pathname)).toBe(true)
  }
})

test('lists say which language a borrowed title is in', ({site}) => {
  const row = elementsNamed(site.pages.get('/hr/sastanci/') ?? '', 'h3')
  expect(row.map(({text}) => text)).toEqual([
    expect.stringMatching(/^Florence meeting \(engleski\)$/),
    expect.stringMatching(/^Réunion de Marseille \(francuski\)$/),
    expect.stringMatching(/^Réunion nue \(francuski\)$/),
  ])
})

test('the sitemap lists every page with its own text, and its other languages', ({site}) => {
  const xml = site.files.get('/sitemap.xml')?.toString() ?? ''
  const paths = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) =>
    url?.slice(SITE_URL.length),
  )
  expect(paths).toContain(FRENCH)
  expect(paths).not.toContain('/hr/sastanci/florence-2017-10-05/')
  for (const path of paths) {
    const html = site.pages.get(path ?? '')
    expect.soft(html, path).toBeDefined()
    const inPage = [...alternatesOf(html ?? '')].map(([language, url]) => `${language} ${url}`)
    const entry = xml
      .split('<url>')
      .find((each) => each.startsWith(`<loc>${SITE_URL}${path}</loc>`))
    const inMap = [...(entry ?? '').matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(
      ([, language, url]) => `${language} ${url}`,
    )
    expect.soft(inMap, path).toEqual(inPage)
  }
})

test('the language of a page and its direction are said', ({site}) => {
  for (const [path, html] of site.pages) {
    const [root] = elementsOf(html)
    expect
      .soft(root?.attributes.lang, path)
      .toBe(localeIds.find((id) => path.startsWith(`/${id}/`)) ?? 'fr')
  }
})

function alternatesOf(html: string) {
  const links = elementsNamed(html, 'link').filter(({attributes}) => attributes.rel === 'alternate')
  return new Map(links.map(({attributes}) => [attributes.hreflang ?? '', attributes.href ?? '']))
}
