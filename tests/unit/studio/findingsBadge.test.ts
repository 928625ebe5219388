import {expect, test} from 'vitest'

import {toldFindings} from '../../../studio/src/advice/toldFindings.ts'
import {uniqueFindings} from '../../../studio/src/advice/uniqueFindings.ts'
import {describeFindings} from '../../../studio/src/badges/describeFindings.ts'
import {messages} from '../../../studio/src/language/messages/messages.ts'
import {translator} from '../../../studio/src/language/translator.ts'
import {createSay} from '../../../studio/src/receipts/say.ts'
import {findingOf, receiptOf} from './receipt.ts'

const english = createSay(translator('en-US', messages), 'en-US')
const french = createSay(translator('fr-FR', messages), 'fr-FR')
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

const unpublished = findingOf({
  path: ['region'],
  language: null,
  expected: 'This document is not published.',
  found: '{"_ref":"toscana"}',
})

test('is no badge where nothing is left out', () => {
  expect(describeFindings(english, undefined, [])).toBeNull()
})

test('counts what is left out, and says what it is', () => {
  expect(describeFindings(english, undefined, [findingOf(), unpublished])).toEqual({
    label: '2 left out',
    title:
      '“takeaways” (French) – Write a text here. It says “5”. · “region” – This document is not published.',
    color: 'warning',
  })
})

test('says it in the officer’s language', () => {
  const badge = describeFindings(french, undefined, [unpublished])

  expect(badge?.label).toBe('1 élément ignoré')
  expect(plainSpaces(badge?.title ?? '')).toBe('« region » – Ce document n’est pas publié.')
})

test('tells of the first few', () => {
  const many = [1, 2, 3, 4, 5, 6].map((index) => findingOf({path: ['countries', index]}))

  expect(describeFindings(english, undefined, many)).toMatchObject({
    label: '6 left out',
    title: expect.stringMatching(/· and 2 more$/),
  })
})

test('counts once what several languages and programs tell', () => {
  expect(uniqueFindings([findingOf(), unpublished, findingOf()])).toHaveLength(2)
})

const taken = (language: string) => findingOf({path: ['slug'], language})

test('leads to a field, not to one language of it, when several languages have the same', () => {
  expect(uniqueFindings([taken('it'), taken('fr')])).toEqual([{...taken('fr'), language: null}])
  expect(uniqueFindings([taken('fr')])).toEqual([taken('fr')])
})

test('knows what the publisher left out of a revision, while it is the newest it tells of', () => {
  const receipts = [
    receiptOf({findings: [unpublished]}),
    receiptOf({language: 'en', findings: [unpublished, findingOf()]}),
    receiptOf({revision: 'r1', publishedAt: '2026-11-20T08:00:00.000Z', findings: [findingOf()]}),
  ]

  expect(toldFindings(receipts, 'r2')).toHaveLength(3)
  expect(toldFindings(receipts, 'r1')).toEqual([])
})
