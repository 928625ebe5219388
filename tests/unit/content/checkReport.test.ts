import {expect, test} from 'vitest'

import {checkReport} from '../../../scripts/content/check/checkReport.ts'

const finding = (document: string, name: string | number, found = '') => ({
  document,
  path: ['list', name],
  language: null,
  expected: 'Write a text here.',
  found,
})

test('shows the first findings of a document, and how many more there are', () => {
  const findings = Array.from({length: 32}, (_, index) => finding('org', index + 10))

  const lines = checkReport({count: 3000, findings, heldBack: []}).split('\n')

  expect(lines).toHaveLength(22)
  expect(lines.slice(19)).toEqual([
    'org  list[29]: Write a text here.',
    'org  … and 12 more',
    '32 findings in 1 of 3000 documents; none would be held back.',
  ])
})

test('lists the documents in order, and one line for each finding whatever is found', () => {
  const findings = [finding('b', 'x', 'two\nlines \u001b[31m\u202E'), finding('a', 'x', '["x"]')]

  expect(checkReport({count: 2, findings, heldBack: []})).toBe(
    `a  list.x: Write a text here. There is: ["x"]
b  list.x: Write a text here. There is: "two lines  [31m "
2 findings in 2 of 2 documents; none would be held back.`,
  )
})

test('says what would be held back, and why', () => {
  const heldBack = [
    {document: 'b', message: 'The page broke.', field: 'report', language: 'fr'},
    {document: 'a', message: 'The page broke.', field: null, language: null},
  ]

  expect(checkReport({count: 2, findings: [], heldBack})).toBe(
    `a would be held back: The page broke.
b  report (fr) would be held back: The page broke.
No findings in 2 documents; 2 would be held back.`,
  )
})
