import {expect, test} from 'vitest'

import {messages} from '../../../studio/src/language/messages/messages.ts'
import {translator} from '../../../studio/src/language/translator.ts'
import {heldBackState} from '../../../studio/src/receipts/heldBackState.ts'
import {createSay} from '../../../studio/src/receipts/say.ts'
import {sayNotice} from '../../../studio/src/receipts/sayNotice.ts'
import {spokenState} from '../../../studio/src/receipts/spokenState.ts'
import {heldBackLabel} from '../../../studio/src/receipts/whyHeldBack.ts'
import {heldBackOf} from './receipt.ts'

const english = createSay(translator('en-US', messages), 'en-US')
const french = createSay(translator('fr-FR', messages), 'fr-FR')
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

const since = '2026-11-23T10:42:00'
const news = {isAway: false, build: undefined, now: Date.parse('2026-11-23T12:00:00')}
const build = {done: 400, of: 21_000, at: 1000, first: {done: 100, at: 0}}
const held = (changed: Parameters<typeof heldBackOf>[0] = {}) =>
  heldBackState(heldBackOf({since, ...changed}))

const REASON =
  'The page /fr/reunions/florence-2017-10-05/ could not be made: The page /fr/ has no title.'

test.each([
  {
    what: 'an earlier version',
    changed: {},
    label: 'Earlier version on the site',
    text: 'Still the earlier version on the site',
  },
  {
    what: 'nothing',
    changed: {shown: null},
    label: 'Not on the site',
    text: 'Not on the site',
  },
  {
    what: 'what was withdrawn',
    changed: {revision: null},
    label: 'Still on the site',
    text: 'Still on the site',
  },
])('says why a document is held back of which visitors see $what', ({changed, label, text}) => {
  const state = held(changed)

  expect(heldBackLabel(english, state)).toBe(label)
  expect(sayNotice(english, {...news, state})).toEqual({
    text: `${text}: ${REASON}`,
    more: 'Held back since 10:42',
    tone: 'critical',
    refusal: state.refusal,
  })
})

test('says it in the officer’s language, the reason too', () => {
  expect(plainSpaces(spokenState(french, held(), news.now))).toBe(
    'La version précédente reste en ligne : ' +
      'La page /fr/reunions/florence-2017-10-05/ n’a pas pu être créée : La page /fr/ n’a pas de titre.',
  )
})

test('says when a document that waits for a large build is live', () => {
  const state = {kind: 'publishing'} as const

  expect(sayNotice(english, {...news, state, build})).toEqual({
    text: 'Live when the present build is done: 21,000 pages, 1 %',
    tone: 'primary',
  })
})

test('says first that the publisher is away', () => {
  const state = {kind: 'leaving'} as const

  expect(sayNotice(english, {...news, state, build, isAway: true})).toMatchObject({
    tone: 'caution',
  })
})

test('says nothing of a publish that is on its way, or live', () => {
  const live = {kind: 'live', at: since, ms: 400} as const

  expect(sayNotice(english, {...news, state: {kind: 'publishing'}})).toBeUndefined()
  expect(sayNotice(english, {...news, state: live, build})).toBeUndefined()
})
