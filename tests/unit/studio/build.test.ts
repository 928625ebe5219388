import {expect, test} from 'vitest'

import type {Build} from '../../../studio/src/receipts/build.ts'
import {buildAfter, msLeft} from '../../../studio/src/receipts/build.ts'
import {sayBuilding, sayLiveIn, sayWhenLive} from '../../../studio/src/receipts/buildWords.ts'
import type {PublisherEvent} from '../../../studio/src/receipts/publisherEvents.ts'
import {messages} from '../../../studio/src/language/messages/messages.ts'
import {translator} from '../../../studio/src/language/translator.ts'
import {createSay} from '../../../studio/src/receipts/say.ts'

const english = createSay(translator('en-US', messages), 'en-US')
const french = createSay(translator('fr-FR', messages), 'fr-FR')
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

const step = (data: object): PublisherEvent => ({type: 'step', data: JSON.stringify(data)})
const rendered = (done: number, of = 21_000) => step({step: 'render', done, of})

/** What is known after events that came a second apart. */
const after = (events: readonly PublisherEvent[]) =>
  events.reduce<Build | undefined>(
    (build, event, index) => buildAfter(build, event, index * 1000),
    undefined,
  )

test('knows how far a build is, and since when it was heard of', () => {
  const events = [step({step: 'render'}), rendered(100), rendered(400)]

  expect(after(events)).toEqual({done: 400, of: 21_000, at: 2000, first: {done: 100, at: 1000}})
})

test('does not go back when pages are made a second time', () => {
  expect(after([rendered(400), rendered(3)])).toMatchObject({done: 400})
})

test('has made all pages once it checks and writes them', () => {
  expect(after([rendered(400), step({step: 'write'})])).toMatchObject({done: 21_000})
})

test.each<{what: string; event: PublisherEvent}>([
  {what: 'live', event: {type: 'live', data: '{}'}},
  {what: 'refused', event: {type: 'refused', data: '{}'}},
  {what: 'followed by another', event: step({step: 'snapshot'})},
  {what: 'cut off', event: {type: 'error', data: ''}},
])('forgets a build that is $what', ({event}) => {
  expect(after([rendered(400), event])).toBeUndefined()
})

test('begins again with the next build', () => {
  expect(after([rendered(400), rendered(7, 300)])).toMatchObject({done: 7, first: {done: 7}})
})

test.each(['', '{', 'null', '{"step":"render","done":"many"}'])(
  'knows of no build from "%s"',
  (data) => {
    expect(after([{type: 'step', data}])).toBeUndefined()
  },
)

const build = {done: 8400, of: 21_000, at: 40_000, first: {done: 0, at: 0}}

test('guesses the rest at the pace so far', () => {
  expect(msLeft(build)).toBe(60_000)
})

test.each<{what: string; changed: Partial<Build>}>([
  {what: 'in the first seconds', changed: {at: 1900}},
  {what: 'before much is made', changed: {done: 200}},
  {what: 'when all is made', changed: {done: 21_000}},
])('guesses nothing $what', ({changed}) => {
  expect(msLeft({...build, ...changed})).toBeUndefined()
})

test('says how far a build is, with numbers as the language writes them', () => {
  expect(sayBuilding(english, build)).toBe('Building 21,000 pages, 40 %')
  expect(plainSpaces(sayBuilding(french, build))).toBe('Mise à jour de 21 000 pages, 40 %')
})

test('says when a document that waits is live, as far as that is known', () => {
  const early = {...build, at: 1000}

  expect(plainSpaces(sayWhenLive(english, build, false))).toBe(
    'Live when the present build is done: 21,000 pages, 40 % · in about 1 min',
  )
  expect(sayWhenLive(english, early, true)).toBe(
    'Off the site when the present build is done: 21,000 pages, 40 %',
  )
  expect(sayLiveIn(english, early)).toBeUndefined()
})

test('counts seconds in fives', () => {
  const late = {...build, done: 20_000, at: 20_000}

  expect(plainSpaces(sayLiveIn(english, late) ?? '')).toBe('Live in about 5 s')
  expect(plainSpaces(sayLiveIn(english, {...late, done: 12_600}) ?? '')).toBe('Live in about 15 s')
})
