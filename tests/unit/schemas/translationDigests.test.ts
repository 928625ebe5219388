import {digest} from '@coworkmed/schemas/localized/digest'
import {changedSince, translationDigests} from '@coworkmed/schemas/localized/translationDigests'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'

const paragraph = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}0`, text, marks: []}],
})

const meeting = {
  _id: 'florence',
  title: inLanguages({fr: 'Florence', en: 'Florence'}),
  slug: inLanguages({fr: {current: 'florence'}}, 'Slug'),
  report: inLanguages({fr: [paragraph('a', 'Un.'), paragraph('b', 'Deux.')]}, 'RichText'),
  takeaways: [{_key: 'takeaway-1', text: inLanguages({fr: 'Les jeunes.'}, 'Text')}],
}

test('keeps a digest for each field, each block of rich text and each array member, and none for addresses', () => {
  expect(translationDigests(meeting, 'fr').map(({path}) => path)).toEqual([
    'title',
    'report#a',
    'report#b',
    'takeaways[takeaway-1].text',
  ])
})

test('finds exactly what changed in the source since', () => {
  const kept = translationDigests(meeting, 'fr')
  const now = {
    ...meeting,
    report: inLanguages(
      {fr: [paragraph('a', 'Un.'), paragraph('b', 'Deux, plutôt.'), paragraph('c', 'Trois.')]},
      'RichText',
    ),
  }

  expect(changedSince(kept, translationDigests(now, 'fr'))).toEqual(['report#b', 'report#c'])
  expect(changedSince(kept, translationDigests(meeting, 'fr'))).toEqual([])
})

test('gives equal digests to equal values, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(digest(reversed)).toBe(digest(value))
    }),
  )
})

test('gives the digests that FNV-1a publishes', () => {
  expect(digest(1)).toBe('af63ac4c86019afc') // the one byte "1"
})
