import {expect, test} from 'vitest'

import {firstError, whyFailed} from '../../../scripts/faults/firstError.ts'

test.each([
  {
    what: 'an uncaught error of Node',
    said: `file:///work/main.ts:4
import {absent} from './other.ts'
        ^^^^^^
SyntaxError: './other.ts' does not provide an export named 'absent'
    at async node:internal/modules/esm/loader:647:26

Node.js v24.21.0`,
    message: "'./other.ts' does not provide an export named 'absent'",
  },
  {
    what: 'one with a code',
    said: "TypeError [ERR_INVALID_URL]: Invalid URL\n    at new URL (node:internal/url:816:29) {\n  code: 'ERR_INVALID_URL'\n}",
    message: 'Invalid URL',
  },
  {
    what: 'a build of Astro',
    said: `15:45:15 \u001b[31m[ERROR] [vite]\u001b[39m ✗ Build failed in 563ms
[PARSE_ERROR] Expected a semicolon
    ╭─[ src/pages/404.astro:28:26 ]
  Stack trace:
    at error (file:///x/node.js:20101:31)`,
    message: '[PARSE_ERROR] Expected a semicolon',
  },
  {
    what: 'a configuration that Astro cannot load',
    said: '[astro] Unable to load astro.config.ts\n\nFailed to load url astro.config.ts. Does the file exist?',
    message: 'Failed to load url astro.config.ts. Does the file exist?',
  },
])('finds the message of $what', ({said, message}) => {
  expect(firstError(said)).toBe(message)
})

test('finds none in what is no error, and takes the last line of what failed', () => {
  const said = 'Reading.\nThe port is taken.\n'

  expect(firstError(said)).toBeUndefined()
  expect(whyFailed(said)).toBe('The port is taken.')
  expect(whyFailed('')).toBe('')
})
