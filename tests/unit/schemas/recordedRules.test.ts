import {recordedRules} from '@coworkmed/schemas/parse/recordedRules'
import {expect, test} from 'vitest'

/** The rules of Sanity that these validations ask. */
interface Rule {
  required: () => Rule
  min: (least: number) => Rule
  max: (most: number) => Rule
  custom: (validator: () => unknown) => Rule
  error: (message?: string) => Rule
  warning: (message?: string) => Rule
  info: (message?: string) => Rule
}

const anything = () => true

test.each([
  {what: 'no validation', validation: undefined, rules: []},
  {what: 'a validation that asks nothing', validation: (rule: Rule) => rule, rules: []},
  {
    what: 'each rule of a chain, with its message',
    validation: (rule: Rule) => rule.required().min(1).max(9).error('One to nine.'),
    rules: [
      {flag: 'required', constraint: undefined, message: 'One to nine.'},
      {flag: 'min', constraint: 1, message: 'One to nine.'},
      {flag: 'max', constraint: 9, message: 'One to nine.'},
    ],
  },
  {
    what: 'each chain of a list by itself',
    validation: (rule: Rule) => [rule.min(1).error('More.'), rule.custom(anything)],
    rules: [
      {flag: 'min', constraint: 1, message: 'More.'},
      {flag: 'custom', constraint: anything, message: undefined},
    ],
  },
  {
    what: 'no warning and no hint',
    validation: (rule: Rule) => [
      rule.min(1).warning('Little.'),
      rule.max(9).info(),
      rule.required().error(),
    ],
    rules: [{flag: 'required', constraint: undefined, message: undefined}],
  },
  {
    what: 'the last level of a chain',
    validation: (rule: Rule) => rule.min(1).error('A').warning('B'),
    rules: [],
  },
])('records $what', ({validation, rules}) => {
  expect(recordedRules(validation)).toEqual(rules)
})
