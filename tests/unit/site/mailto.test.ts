import {expect, test} from 'vitest'

import {mailto} from '../../../site/src/components/mailto.ts'

test.each([
  {email: 'a.b+c@example.org', href: 'mailto:a.b+c@example.org'},
  {email: 'a?cc=b@example.org', href: 'mailto:a%3Fcc%3Db@example.org'},
  {email: 'a%0Ab&c@example.org', href: 'mailto:a%250Ab%26c@example.org'},
  {email: 'é@exämple.org', href: 'mailto:%C3%A9@ex%C3%A4mple.org'},
])('$email is written to at $href', ({email, href}) => {
  expect(mailto(email)).toBe(href)
})
