import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'

import {readMovedAddresses} from '../../../scripts/publisher/site/movedAddresses.ts'
import {SITE_URL} from './buildSite.ts'
import {attributeOf, elementsNamed} from './readHtml.ts'
import {expect, test} from './test.ts'

const FORMER = '/fr/reunions/marseille/'
const FORMER_ITALIAN = '/it/riunioni/Marsiglia_2016.html/'
const PRESENT = '/fr/reunions/marseille-2016-11/'
const WITHDRAWN = '/fr/politiques/mesure-retiree/'

test('the lists of old addresses lie where hosts look for them, as the server of ours reads them', async ({
  site,
}) => {
  expect(site.files.get('/_redirects')?.toString()).toBe(
    `${FORMER} ${PRESENT} 301\n${FORMER_ITALIAN} /it/riunioni/marseille-2016-11/ 301\n`,
  )
  const gone = site.files.get('/_gone')?.toString().trimEnd().split('\n') ?? []
  expect(gone).toHaveLength(localeIds.length + 2)
  expect(gone).toEqual(gone.toSorted())
  expect(gone).toEqual(
    expect.arrayContaining([
      WITHDRAWN,
      '/fr/politiques/mesure-ancienne/',
      '/el/politikes/mesure-retiree/',
      '/fr/reunions/forum-2016/',
    ]),
  )
  const {redirects, gone: read} = await readMovedAddresses(site.outDir)
  expect({redirects: redirects.size, gone: read.size}).toEqual({redirects: 2, gone: gone.length})
})

test('a former address leads on by itself on a host that knows files alone, from any folder', ({
  site,
}) => {
  const html = site.pages.get(FORMER) ?? ''
  expect(attributeOf(html, 'meta', 'content', {'http-equiv': 'refresh'})).toBe(
    '0;url=../marseille-2016-11/',
  )
  expect(attributeOf(html, 'link', 'href', {rel: 'canonical'})).toBe(SITE_URL + PRESENT)
  const link = elementsNamed(html, 'a').find(({text}) => text === 'Réunion de Marseille')
  expect(link?.attributes.href).toBe('../marseille-2016-11/')

  const italian = site.pages.get(FORMER_ITALIAN) ?? ''
  expect(attributeOf(italian, 'meta', 'content', {'http-equiv': 'refresh'})).toBe(
    '0;url=../marseille-2016-11/',
  )
})

test('a withdrawn page says so in the language of its address, and leads to what there is', ({
  site,
}) => {
  const html = site.pages.get(WITHDRAWN) ?? ''
  expect(elementsNamed(html, 'h1')[0]?.text).toBe('Cette page a été retirée')
  expect(attributeOf(html, 'meta', 'http-equiv')).toBeUndefined()
  const links = elementsNamed(html, 'a').map(({attributes}) => attributes.href)
  expect(links).toEqual(expect.arrayContaining(['../', '../../']))

  const languages = elementsNamed(html, 'a').filter(({attributes}) => attributes.hreflang)
  expect(
    languages.map(({attributes}) => new URL(attributes.href ?? '', SITE_URL + WITHDRAWN).pathname),
  ).toEqual(localeIds.map((locale) => `/${locale}/${localeDefinition(locale).paths.policies}/`))
})

test('old addresses are no pages to search engines, and no page leads to them', ({site}) => {
  const sitemap = site.files.get('/sitemap.xml')?.toString()
  const old = [FORMER, FORMER_ITALIAN, WITHDRAWN, '/fr/reunions/forum-2016/']
  for (const path of old) {
    const html = site.pages.get(path) ?? ''
    expect.soft(attributeOf(html, 'meta', 'content', {name: 'robots'}), path).toBe('noindex')
    expect.soft(attributeOf(html, 'link', 'href', {rel: 'alternate'}), path).toBeUndefined()
    expect.soft(sitemap).not.toContain(path)
  }
  for (const [path, html] of site.pages) {
    const leadsTo = elementsNamed(html, 'a').map(
      ({attributes}) => new URL(attributes.href ?? '', SITE_URL + path).pathname,
    )
    for (const each of old) if (each !== path) expect.soft(leadsTo, path).not.toContain(each)
  }
})

test('an address that has a page is neither moved nor gone, whatever was withdrawn there', ({
  site,
}) => {
  const html = site.pages.get('/fr/reunions/florence-2017-10-05/') ?? ''
  expect(elementsNamed(html, 'h1')[0]?.text).toBe('Réunion de Florence')
})
