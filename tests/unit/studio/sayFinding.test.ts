import {expectations} from '@coworkmed/schemas/parse/expectations'
import {expect, test} from 'vitest'

import {sayAdvice} from '../../../studio/src/advice/sayFinding.ts'
import {findingOf} from './receipt.ts'

test.each([
  {
    what: 'a value that is short',
    changed: {expected: expectations.number, found: 'two'},
    text: 'The site leaves “two” out. Write a number here.',
  },
  {
    what: 'the name of a field that no form has, rather than its value',
    changed: {path: ['when', 'colour'], expected: expectations.field, found: 'blue'},
    text: 'The site leaves “colour” out. The site does not know this field.',
  },
  {
    what: 'no JSON',
    changed: {expected: expectations.text, found: '{"a":1}'},
    text: 'The site leaves this out. Write a text here.',
  },
  {
    what: 'no value where there is none',
    changed: {expected: expectations.image, found: ''},
    text: 'The site leaves this out. Choose an image.',
  },
  {
    what: 'no key of a link',
    changed: {expected: expectations.mark, found: 'f3a9'},
    text: 'The site leaves this out. This formatting is not known: the words are shown without it.',
  },
  {
    what: 'no long text',
    changed: {expected: expectations.text, found: 'a'.repeat(60)},
    text: 'The site leaves this out. Write a text here.',
  },
])('says $what', ({changed, text}) => {
  expect(sayAdvice((english) => english, findingOf(changed))).toBe(text)
})
