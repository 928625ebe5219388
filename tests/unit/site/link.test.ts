import fc from 'fast-check'
import {expect, test} from 'vitest'

import {link, safeHref} from '../../../site/src/components/richText/link.ts'

test.each([
  'https://example.org/a?b=1#c',
  'http://example.org/',
  'mailto:someone@example.org',
  'tel:+33100000000',
])('%s is a link', (href) => {
  expect(link(href, 'text')).toBe(`<a href="${href}">text</a>`)
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/',
  '/relative/',
  '',
])('%j stays plain text', (href) => {
  expect(link(href, 'text')).toBe('text')
})

test.each([' ', '\u00a0', '<strong>\u200b</strong>', ''])('%j is no word to link', (blank) => {
  expect(link('https://example.org/', blank)).toBe(blank)
})

test('an address that is no text stays plain text', () => {
  expect(link(undefined, 'text')).toBe('text')
  expect(link({href: 'https://example.org'}, 'text')).toBe('text')
})

test('no string gives an address of another scheme', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
      const href = safeHref(text)
      expect(href === undefined || /^(https?|mailto|tel):/.test(href)).toBe(true)
    }),
  )
})
