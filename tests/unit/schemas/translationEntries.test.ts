import {cautiousEntries, isHiddenState} from '@coworkmed/schemas/localized/translationEntries'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {anyJson} from './anyJson.ts'

const stateOf = (...entries: unknown[]) => cautiousEntries(entries).get('fr')?.state
const fr = (state: unknown, language: unknown = 'fr') => ({_key: 'k', language, state})

test.each(['source', 'missing', 'draft', 'machine', 'ready'])('reads %s', (state) => {
  expect(stateOf(fr(state))).toBe(state)
  expect(stateOf(fr(` ${state.toUpperCase()} `))).toBe(state)
})

test.each(['done', 'Entwurf', 5, true, ['draft'], {draft: true}])(
  'takes %j, which nobody knows, for a draft',
  (state) => {
    expect(stateOf(fr(state))).toBe('draft')
  },
)

test.each([undefined, null, ''])('%j says nothing', (state) => {
  expect(cautiousEntries([fr(state)]).has('fr')).toBe(true)
  expect(stateOf(fr(state))).toBeUndefined()
})

test('of several entries the most cautious counts, in any order', () => {
  const cautiousFirst = ['draft', 'missing', 'machine', 'source', 'ready', undefined]
  for (const [index, state] of cautiousFirst.entries()) {
    for (const bolder of cautiousFirst.slice(index)) {
      expect(stateOf(fr(state), fr(bolder))).toBe(state)
      expect(stateOf(fr(bolder), fr(state))).toBe(state)
    }
  }
})

test.each(['fr-FR', 'fr_CA', 'FR-be', ' fr-FR '])('what hides %s hides French', (region) => {
  expect(stateOf(fr('ready'), fr('draft', region))).toBe('draft')
  expect(stateOf(fr('draft'), fr('ready', region))).toBe('draft')
  expect(stateOf(fr('ready', region))).toBeUndefined()
})

test('the key says the language where nothing else does', () => {
  expect(stateOf({_key: 'fr', state: 'draft'})).toBe('draft')
  expect(stateOf({_key: 'fr', language: 'it', state: 'draft'})).toBeUndefined()
})

test('what is written beside a draft does not show it', () => {
  fc.assert(
    fc.property(fc.array(anyJson), fc.array(anyJson), (before, after) => {
      expect(isHiddenState(stateOf(...before, fr('draft'), ...after))).toBe(true)
    }),
  )
})

test.each([undefined, null, 'draft', {fr: 'draft'}, 5])('reads nothing in %j', (value) => {
  expect(cautiousEntries(value).size).toBe(0)
})
