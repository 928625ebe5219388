import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'

import {effectsOf} from '../../../scripts/lake/mendoza/effectsOf.ts'
import {encodeMendoza} from '../../../scripts/lake/mendoza/encodeMendoza.ts'

/** Text with what is hard about text: accents, characters of two code units, halves of them. */
const text = fc.oneof(
  fc.string(),
  fc.string({unit: 'grapheme'}),
  fc.string({unit: fc.constantFrom('a', 'é', 'Ω', '𝒜', '😀', '😁', '\uD83D', '\uDE00')}),
)

const keyed = fc.record({_key: fc.constantFrom('a', 'b', 'c', 'd'), text}, {requiredKeys: ['_key']})

const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(keyed, {maxLength: 5}),
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(fc.constantFrom('a', 'b', 'B', 'é', '10', '9', '_key'), tie('value')),
  ),
}))

const document = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'items', 'title'), value)

/** The same document with some fields from another: changes as an editor makes them. */
const edited = fc
  .tuple(document, document, fc.array(fc.constantFrom('a', 'b', 'c', 'items', 'title')))
  .map(([before, other, fields]) => {
    const taken = fields.filter((field) => Object.hasOwn(other, field))
    const changes = Object.fromEntries(taken.map((field) => [field, other[field]]))
    return {before, after: {...before, ...changes}}
  })

const copy = (json: unknown): unknown => JSON.parse(JSON.stringify(json))

test('writes patches that the official reader turns into the other document', () => {
  fc.assert(
    fc.property(fc.oneof(edited, fc.record({before: document, after: document})), (pair) => {
      const {before, after} = pair
      expect(applyPatch(copy(before), encodeMendoza(before, after))).toEqual(copy(after))
      expect(applyPatch(copy(after), encodeMendoza(after, before))).toEqual(copy(before))
    }),
    {numRuns: 3000},
  )
})

test('writes nothing for documents that are the same', () => {
  expect(encodeMendoza({a: [1, {b: 'c'}]}, {a: [1, {b: 'c'}]})).toEqual([])
})

test('keeps what a long text and a long list share', () => {
  const paragraph = 'Les espaces de coworking '.repeat(100)
  const blocks = Array.from({length: 200}, (_, n) => ({_key: `k${n}`, text: `${paragraph}${n}`}))
  const changed = blocks.with(77, {_key: 'k77', text: `${paragraph}à 77`})
  const moved = [...changed.slice(100), ...changed.slice(0, 100)]

  const patch = encodeMendoza({blocks}, {blocks: moved})
  expect(JSON.stringify(patch).length).toBeLessThan(200)
  expect(applyPatch({blocks}, patch)).toEqual({blocks: moved})
})

test('leaves the revision out, and reverts a creation to nothing', () => {
  const system = {_id: 'a', _type: 'meeting', _createdAt: 't', _updatedAt: 't'}

  expect(effectsOf(null, {...system, _rev: '1'})).toEqual({apply: [0, system], revert: [0, null]})
  expect(effectsOf({...system, _rev: '1'}, {...system, _rev: '2'})).toEqual({apply: [], revert: []})
  expect(effectsOf({...system, _rev: '1'}, null)).toEqual({apply: [0, null], revert: [0, system]})
})
