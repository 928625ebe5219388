import {expect, test} from 'vitest'

import {faultKinds} from '../../../scripts/faults/faultKind.ts'
import {messages} from '../../../studio/src/language/messages/messages.ts'
import {translator} from '../../../studio/src/language/translator.ts'
import {sayFault} from '../../../studio/src/receipts/faultWords.ts'
import {heldBackState} from '../../../studio/src/receipts/heldBackState.ts'
import {createSay} from '../../../studio/src/receipts/say.ts'
import {sayNotice} from '../../../studio/src/receipts/sayNotice.ts'
import {spokenState} from '../../../studio/src/receipts/spokenState.ts'
import {findingOf, heldBackOf} from './receipt.ts'

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
    text: 'Earlier version on the site',
  },
  {
    what: 'nothing',
    changed: {shown: null},
    text: 'Not on the site',
  },
  {
    what: 'what was withdrawn',
    changed: {revision: null},
    text: 'Still on the site',
  },
])('says why a document is held back of which visitors see $what', ({changed, text}) => {
  const state = held(changed)

  expect(sayNotice(english, {...news, state})).toEqual({
    text,
    why: REASON,
    more: 'Held back since 10:42',
    tone: 'critical',
    refusal: state.refusal,
  })
})

test('says it in the officer’s language, the reason too', () => {
  expect(plainSpaces(spokenState(french, held(), news.now))).toBe(
    'Version précédente en ligne. ' +
      'La page /fr/reunions/florence-2017-10-05/ n’a pas pu être créée : La page /fr/ n’a pas de titre.',
  )
})

test('says what no officer can mend as far as it concerns them, and what to pass on', () => {
  const message = 'ENOSPC: no space left on device'
  const nowhere = {document: null, field: null, language: null}
  const refusal = {step: 'write', message, fault: 'diskFull', ...nowhere}
  const state = {kind: 'refused', isLeaving: false, refusal, before: null} as const
  const why =
    'The disk of the machine that makes the site is full. What you publish is safe, and goes live once this is mended. ' +
    `If it lasts, tell whoever looks after the system: “${message}”`

  expect(sayNotice(english, {...news, state})).toMatchObject({text: 'Not live', why})
  expect(spokenState(english, state, news.now)).toBe(`Not live. ${why}`)
  expect(spokenState(french, state, news.now)).toContain('Si cela dure, transmettez ceci')
})

test.each(faultKinds)('has words for an officer for a fault of kind %s', (kind) => {
  expect(sayFault(english, kind, 'Details')).toMatch(/^[A-Z].+\. What you publish is safe/)
})

test('says why a document without a page is not on the site, and leads to its address', () => {
  const finding = findingOf({
    path: ['slug'],
    language: null,
    expected: 'An older document has this address already.',
    found: 'shared',
  })
  const state = {kind: 'absent', finding} as const
  const why = 'An older document has this address already. It says “shared”.'

  expect(sayNotice(english, {...news, state})).toEqual({
    text: 'Not on the site',
    why,
    tone: 'critical',
    refusal: {document: 'florence', field: 'slug', language: null},
  })
  expect(spokenState(english, state, news.now)).toBe(`Not on the site. ${why}`)
})

test.each([
  {
    reason: 'its file is missing.',
    text: 'An image cannot be shown: its file is missing. Upload it again.',
    inFrench:
      'Une image ne peut pas être affichée : son fichier est introuvable. Importez-la de nouveau.',
  },
  {
    reason: 'it cannot be read (Input buffer contains unsupported image format).',
    text: 'An image cannot be shown: its file cannot be read. Upload it again, or in another format.',
    inFrench:
      'Une image ne peut pas être affichée : son fichier est illisible. Importez-la de nouveau, ou dans un autre format.',
  },
])('says what to do about a picture, by no code: $reason', ({reason, text, inFrench}) => {
  const message = `The picture image-a9d9c12e-40x30-png could not be made: ${reason}`
  const {refusal} = heldBackOf()
  const state = held({refusal: {...refusal, message}})

  expect(sayNotice(english, {...news, state})?.why).toBe(text)
  expect(plainSpaces(sayNotice(french, {...news, state})?.why ?? '')).toBe(inFrench)
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
