import {addressKey, isAddressSlug, slugProblem} from '@coworkmed/schemas/localized/addressSlug'
import {slugify} from '@coworkmed/schemas/localized/slugify'
import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

const PLAIN = /cannot stand in an address/
const LONG = /too long/
const TAKEN = /site itself uses/

test.each(['a', 'A-b_c.d~9', 'florence-2017-10-05', '2017', '-a', '.a', '...a', 'a'.repeat(96)])(
  '%s can be the last part of an address',
  (slug) => {
    expect(slugProblem(slug)).toBeUndefined()
    expect(isAddressSlug(slug)).toBe(true)
  },
)

test.each([
  {what: 'nothing', slug: ''},
  {what: 'no text', slug: undefined},
  {what: 'a number', slug: 2017},
  {what: 'an object whose text is none', slug: {toString: 1, valueOf: 1}},
  {what: 'a space', slug: 'a b'},
  {what: 'a letter with an accent in one', slug: 'é'},
  {what: 'a letter with an accent in two', slug: 'e\u0301'},
  {what: 'Greek', slug: 'αθήνα'},
  {what: 'an emoji', slug: '🎉'},
  {what: 'a control', slug: 'a\u0000b'},
  {what: 'a line at the end', slug: 'a\n'},
  {what: 'a character of no width', slug: 'a\u200bb'},
  {what: 'a direction', slug: 'a\u202eb'},
  {what: 'a soft hyphen', slug: 'a\u00adb'},
  {what: 'half a character', slug: 'a\ud800'},
  {what: 'a slash', slug: 'a/b'},
  {what: 'a backslash', slug: 'a\\b'},
  {what: 'a percent sign', slug: 'a%2fb'},
  {what: 'a question mark', slug: 'a?b'},
  {what: 'a hash', slug: 'a#b'},
  {what: 'a colon', slug: 'c:a'},
  {what: 'an ampersand', slug: 'a&b'},
  {what: 'quotes', slug: 'a"b'},
  {what: 'the folder itself', slug: '.'},
  {what: 'the folder above', slug: '..'},
  {what: 'signs alone', slug: '-~.'},
])('$what cannot', ({slug}) => {
  expect(slugProblem(slug)).toMatch(PLAIN)
})

test.each([
  'index.html',
  'index.htm',
  '404',
  '404.html',
  '_gone',
  '_redirects',
  '_headers',
  'robots.txt',
  'sitemap.xml',
  'feed.xml',
  'calendar.ics',
  'data',
  'assets',
  'pictures',
  'map',
  'con',
  'nul',
  'index.html.gz',
  'data.br',
  'sitemap.xml.zst',
])('%s is the site’s own, in small and in capital letters', (slug) => {
  expect(slugProblem(slug)).toMatch(TAKEN)
  expect(slugProblem(slug.toUpperCase())).toMatch(TAKEN)
})

test.each(['index', 'index.html5', 'a-404', 'data-2017', 'map.svg', 'a.gz'])(
  '%s is not',
  (slug) => {
    expect(slugProblem(slug)).toBeUndefined()
  },
)

test('96 letters are enough', () => {
  expect(slugProblem('a'.repeat(96))).toBeUndefined()
  expect(slugProblem('a'.repeat(97))).toMatch(LONG)
})

test('a text without end is refused at once, and quoted in short', () => {
  for (const slug of ['a'.repeat(1_000_000), `${'a'.repeat(1_000_000)}!`, '.'.repeat(1_000_000)])
    expect(slugProblem(slug)?.length).toBeLessThan(200)
})

test('what stands in an address stands there as it is', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 30}), (text) => {
      const {pathname} = new URL(`/fr/reunions/${text}/`, 'http://site')
      if (isAddressSlug(text)) expect(pathname).toBe(`/fr/reunions/${text}/`)
    }),
  )
})

test('a title makes an address, or none', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.constantFrom(...localeIds), (title, locale) => {
      const slug = slugify(title, locale)
      if (slug !== '') expect(slugProblem(slug) ?? TAKEN.source).toMatch(TAKEN)
    }),
  )
})

test('addresses that differ in their capital letters are one', () => {
  expect(addressKey('Florence-2017')).toBe(addressKey('florence-2017'))
})
