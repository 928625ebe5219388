import {createHash} from 'node:crypto'

import {expect, test} from 'vitest'

import {contentPolicy} from '../../../studio/src/page/contentPolicy.ts'

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `))

test('lets the Studio talk to itself and its lake alone', () => {
  const policy = contentPolicy('', 'http://localhost:4500')

  expect(directive(policy, 'connect-src')).toBe(
    "connect-src 'self' http://localhost:4500 ws://localhost:4500",
  )
  expect(directive(policy, 'img-src')).toBe("img-src 'self' http://localhost:4500 data: blob:")
  expect(policy).not.toContain('sanity.io')
})

test('lets it talk to hosted Sanity when there is no lake', () => {
  expect(directive(contentPolicy('', ''), 'connect-src')).toContain('https://*.api.sanity.io')
})

test('allows the inline scripts of the page by their digest, and no others', () => {
  const script = "document.title = 'a'"
  const digest = createHash('sha256').update(script).digest('base64')

  const html = `<script>${script}</script><script src="/static/a.js"></script>`

  expect(directive(contentPolicy(html, ''), 'script-src')).toBe(
    `script-src 'self' 'sha256-${digest}'`,
  )
})
