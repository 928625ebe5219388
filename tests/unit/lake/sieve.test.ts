import fc from 'fast-check'
import {expect, test} from 'vitest'

import {evaluateMatch} from '../../../scripts/lake/groq/evaluateMatch.ts'
import {createSieve} from '../../../scripts/lake/listeners/createSieve.ts'

const IDS = ['a', 'b', 'drafts.a']
const TYPES = ['meeting', 'partner']

const oneTest = fc.oneof(
  fc.constantFrom(...IDS).map((id) => `_id == "${id}"`),
  fc.constantFrom(...IDS).map((id) => `"${id}" == _id`),
  fc.constantFrom(...TYPES).map((type) => `_type == "${type}"`),
  fc.constant('_id in ["a", "drafts.a"]'),
  fc.constant('_type in ["partner"]'),
  fc.constant('n > 1'),
  fc.constant('references("b")'),
  fc.constant('_id != "a"'),
)
const {filter} = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3},
    oneTest,
    fc
      .tuple(tie('filter'), fc.constantFrom('&&', '||'), tie('filter'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
}))
const query = fc.oneof(
  filter.map((one) => `*[${one}]`),
  fc.tuple(filter, filter).map(([one, two]) => `*[${one}][${two}]{_id}`),
  filter.map((one) => `*[${one}] | order(_id)[0..3]`),
  fc.constant('*'),
)
const document = fc
  .record({
    _id: fc.constantFrom(...IDS),
    _type: fc.constantFrom(...TYPES),
    _rev: fc.constant('r'),
    _createdAt: fc.constant('2017-10-05T09:00:00Z'),
    _updatedAt: fc.constant('2017-10-05T09:00:00Z'),
    n: fc.integer({min: 0, max: 3}),
    host: fc.constantFrom({_ref: 'b'}, {_ref: 'a'}),
  })
  .map((fields) => ({...fields})) // groq-js wants plain objects

test('lets through whatever a listener’s query selects', async () => {
  await fc.assert(
    fc.asyncProperty(query, document, fc.boolean(), async (asked, found, isNew) => {
      const {maySelect, mayBe} = createSieve({query: asked, params: {}})
      const change = {documentId: found._id, before: isNew ? null : found, after: found}
      const matched = await evaluateMatch({
        query: asked,
        params: {},
        identity: 'me',
        before: change.before,
        after: change.after,
      })

      if (!matched.before && !matched.after) return
      expect(maySelect(change)).toBe(true)
      expect(mayBe(found._id)).toBe(true)
    }),
    {numRuns: 400, seed: 20171005},
  )
})

test('knows without evaluation what a form of the Studio does not wait for', () => {
  const {mayBe} = createSieve({
    query: '*[_id == $published || _id == $draft]',
    params: {published: 'a', draft: 'drafts.a'},
  })

  expect(['a', 'drafts.a', 'b'].map(mayBe)).toEqual([true, true, false])
})

test('leaves a query that makes no sense to who evaluates it', () => {
  expect(createSieve({query: '*[', params: {}}).mayBe('a')).toBe(true)
})
