import {digest} from '@coworkmed/schemas/localized/digest'
import fc from 'fast-check'
import {expect, test} from 'vitest'

test('is 64 bits of FNV-1a, as the formula has it', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
      expect(digest(text)).toBe(byFormula(JSON.stringify(text)))
    }),
  )
})

test('neither the order of fields nor the keys of members matter', () => {
  expect(digest({a: 1, b: [{_key: 'x', text: 'Un'}]})).toBe(
    digest({b: [{text: 'Un', _key: 'y'}], a: 1}),
  )
})

function byFormula(text: string) {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
