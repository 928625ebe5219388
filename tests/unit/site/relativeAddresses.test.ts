import {expect, test} from 'vitest'

import {relativeAddress, relativeAddresses} from '../../../site/src/i18n/relativeAddresses.ts'

test.each([
  {from: '/', to: '/fr/', way: 'fr/'},
  {from: '/fr/', to: '/', way: '../'},
  {from: '/fr/', to: '/fr/', way: './'},
  {from: '/fr/projet/', to: '/fr/', way: '../'},
  {from: '/fr/projet/', to: '/fr/reunions/#a', way: '../reunions/#a'},
  {from: '/fr/reunions/x/', to: '/fr/reunions/x/#takeaways', way: './#takeaways'},
  {from: '/fr/reunions/x/', to: '/fr/reunions/xy/', way: '../xy/'},
  {from: '/fr/reunions/x/', to: '/el/synantiseis/x/', way: '../../../el/synantiseis/x/'},
  {from: '/fr/reunions/', to: '/assets/style.css', way: '../../assets/style.css'},
  {from: '/fr/', to: '/favicon.svg', way: '../favicon.svg'},
  {from: '/fr/', to: 'https://example.org/a/', way: 'https://example.org/a/'},
  {from: '/fr/', to: '//example.org/a/', way: '//example.org/a/'},
  {from: '/fr/', to: '#main', way: '#main'},
  {from: '/fr/', to: 'mailto:a@example.org', way: 'mailto:a@example.org'},
])('the way from $from to $to is $way', ({from, to, way}) => {
  expect(relativeAddress(to, from)).toBe(way)
  if (to.startsWith('/')) {
    const site = 'https://site.example/archive/x'
    expect(new URL(way, site + from).href).toBe(to.startsWith('//') ? `https:${to}` : site + to)
  }
})

test('addresses in tags are changed, and nothing else', () => {
  const html =
    '<a title="1 > 0" href="/fr/">a href="/fr/"</a><img srcset="/p/a.jpg 1x, /p/b.jpg 2x" src="/p/a.jpg">'
  expect(relativeAddresses(html, '/fr/projet/')).toBe(
    '<a title="1 > 0" href="../">a href="/fr/"</a>' +
      '<img srcset="../../p/a.jpg 1x, ../../p/b.jpg 2x" src="../../p/a.jpg">',
  )
})

test('a page that leads on by itself names the way there; words that look like one stay as they are', () => {
  expect(
    relativeAddresses(
      '<meta http-equiv="refresh" content="0;url=/fr/reunions/b/"><meta name="description" content="0;url=/fr/">',
      '/fr/reunions/a/',
    ),
  ).toBe(
    '<meta http-equiv="refresh" content="0;url=../b/"><meta name="description" content="0;url=/fr/">',
  )
})
