import {expect, test} from 'vitest'

import {parseQuery} from '../../../scripts/lake/groq/parseQuery.ts'

const chain = (terms: number) =>
  Array.from({length: terms}, (_, index) => `_id == "x${index}"`).join(' || ')

test.each([
  ['says where a query is broken', '*[_type == ', /position 10/],
  ['refuses deep parentheses', `${'('.repeat(1_000)}1${')'.repeat(1_000)}`, /nested/],
  ['refuses very deep brackets', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, /nested/],
  [
    'refuses nested sub-queries past the limit',
    '*{"a":'.repeat(40) + '1' + '}'.repeat(40),
    /nested/,
  ],
  ['refuses more than three wildcards in a term', '*[s match "*a*b*c*"]', /more than 3 wildcards/],
  ['refuses wildcards hidden in a list', '*[s match ["a", "*a*b*c*"]]', /more than 3 wildcards/],
  ['names a function it does not have', '*[geo::distance(a, b) < 1]', /geo::distance\(\)/],
  ['names a function nobody has', '*[sparkle(a)]', /Undefined function: sparkle/],
  ['names a parameter that was not sent', '*[_id == $id]', /\$id/],
  ['refuses a text longer than the limit', `"${'a'.repeat(300_000)}"`, /300000 are allowed/],
])('%s', (_, query, message) => {
  expect(() => parseQuery(query, {params: {}})).toThrow(message)
})

test('points at the place where a query is broken', () => {
  expect(() => parseQuery('*[_type == ', {params: {}})).toThrow(
    expect.objectContaining({
      status: 400,
      body: expect.objectContaining({
        error: expect.objectContaining({type: 'queryParseError', start: 10, end: 10}),
      }),
    }),
  )
})

test.each([
  ['a long chain of alternatives', `*[${chain(400)}]`],
  ['wildcards spread over terms', '*[s match "a* b* c* d* e*"]'],
  ['a chain of dereferences', `*[0]${'.a->'.repeat(10)}`],
])('accepts %s', (_, query) => {
  expect(parseQuery(query, {params: {}})).toHaveProperty('type')
})
