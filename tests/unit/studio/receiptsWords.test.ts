import {expect, test} from 'vitest'

import {checkPage} from '../../../scripts/publisher/builder/checkPage.ts'
import {messages} from '../../../studio/src/language/messages/messages.ts'
import {studioLocales} from '../../../studio/src/language/studioLocales.ts'
import {translator} from '../../../studio/src/language/translator.ts'
import {createSay} from '../../../studio/src/receipts/say.ts'
import {sayWhatChanged, sayWhy} from '../../../studio/src/receipts/sayWhatChanged.ts'
import {sinceWhen} from '../../../studio/src/receipts/sinceWhen.ts'
import {ago, duration, shortTime} from '../../../studio/src/receipts/times.ts'
import {whatChanged} from '../../../studio/src/receipts/whatChanged.ts'
import {changeOf} from './receipt.ts'

const sayIn = (locale: (typeof studioLocales)[number]['id']) =>
  createSay(translator(locale, messages), locale)
const english = sayIn('en-US')
const french = sayIn('fr-FR')
const now = Date.parse('2026-11-23T12:00:00')
const plainSpaces = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

test.each([
  {ms: 0, text: '0 ms'},
  {ms: 38.4, text: '38 ms'},
  {ms: 412, text: '0.4 s'},
  {ms: 2960, text: '3 s'},
  {ms: 41_600, text: '42 s'},
  {ms: 3 * 60_000, text: '3 min'},
  {ms: 9 * 3_600_000, text: '9 h'},
])('writes $ms ms as $text', ({ms, text}) => {
  expect(plainSpaces(duration('en-GB', ms))).toBe(text)
})

test.each([
  {time: '2026-11-23T11:59:40', text: 'just now'},
  {time: '2026-11-23T12:00:05', text: 'just now'},
  {time: '2026-11-23T11:58:00', text: '2 minutes ago'},
  {time: '2026-11-23T09:30:00', text: '2 hours ago'},
  {time: '2026-11-22T11:00:00', text: 'yesterday'},
])('says of $time that it was $text', ({time, text}) => {
  expect(ago(english, time, now)).toBe(text)
})

test('gives the hour today, the day before, and the year when it was another', () => {
  expect(shortTime('en-GB', '2026-11-23T09:05:00', now)).toBe('09:05')
  expect(shortTime('en-GB', '2026-11-20T09:05:00', now)).toBe('20 Nov, 09:05')
  expect(shortTime('en-GB', '2025-11-20T09:05:00', now)).toBe('20 Nov 2025, 09:05')
})

test('says since when as each language says hours and days', () => {
  const today = '2026-11-23T09:05:00'
  const before = '2026-11-20T09:05:00'

  expect(sinceWhen(english, 'live', today, now)).toBe('Live since 09:05')
  expect(sinceWhen(french, 'live', today, now)).toBe('En ligne depuis 09:05')
  expect(sinceWhen(french, 'live', before, now)).toBe('En ligne depuis le 20 nov., 09:05')
  expect(sinceWhen(sayIn('it-IT'), 'live', today, now)).toBe('Online dalle 09:05')
  expect(sinceWhen(sayIn('es-ES'), 'gone', before, now)).toMatch(/^Fuera del sitio desde el 20 nov/)
})

const changed = (changes: ReturnType<typeof changeOf>[], revision: string | null = 'r2') => ({
  document: 'florence',
  revision,
  type: undefined,
  changes,
})

test('names the fields that changed a page, each once, with their languages', () => {
  const when = {document: 'florence', field: 'when', language: null}
  const changes = [changeOf(), changeOf({language: 'en'}), changeOf({because: [when]})]
  const what = whatChanged(french, changed(changes))

  expect(plainSpaces(sayWhatChanged(french, what))).toBe(
    'Modifié : « title » (français) et « when »',
  )
  expect(what && plainSpaces(sayWhy(french, what))).toBe(
    'car les champs « title » (français) et « when » ont changé',
  )
})

test('does not take the fields of another document for its own', () => {
  const other = changeOf({because: [{document: 'nice', field: 'summary', language: 'fr'}]})

  expect(whatChanged(english, changed([other]))).toBeUndefined()
  expect(sayWhatChanged(english, undefined)).toBe('Changed nothing that visitors see.')
})

const asAWhole = [{document: 'florence', field: null, language: null}]
const removed = changeOf({change: 'removed', address: '/fr/reunions/florence/', because: asAWhole})

test.each([
  {
    what: 'a new document',
    changes: [changeOf({change: 'added', because: asAWhole})],
    text: 'New on the site',
  },
  {
    what: 'a new address in one language',
    changes: [changeOf({change: 'added', because: asAWhole}), removed, changeOf()],
    text: 'Changed: “title” (French)',
  },
  {
    what: 'a field that also changes its place in a list',
    changes: [changeOf(), changeOf({document: null, because: asAWhole})],
    text: 'Changed: “title” (French)',
  },
  {
    what: 'the time of the edit alone',
    changes: [changeOf({because: [{document: 'florence', field: '_updatedAt', language: null}]})],
    text: 'Changed pages of the site',
  },
])('says what changed: $what', ({changes, text}) => {
  expect(sayWhatChanged(english, whatChanged(english, changed(changes)))).toBe(text)
})

test('says that a document was withdrawn', () => {
  expect(sayWhatChanged(english, whatChanged(english, changed([removed], null)))).toBe(
    'Withdrawn from the site',
  )
})

test.each(['', '<html><head><title></title>', '<title>A</title></html>', '<a href="/b/">'])(
  'says in each language why the gate refuses a page that is "%s"',
  (part) => {
    const whole = '<html><head><title>A</title></head><body><h1>A</h1></body></html>'
    const html = part.startsWith('<a') ? whole.replace('<h1>', `${part}<h1>`) : part
    const message = refusalOf(html)

    for (const {id} of studioLocales.filter((locale) => locale.id !== 'en-US')) {
      expect(sayIn(id).foreign(message)).not.toBe(message)
      expect(sayIn(id).foreign(message)).toContain('/fr/a/')
    }
  },
)

function refusalOf(html: string) {
  const page = {
    path: '/fr/a/',
    file: 'fr/a/index.html',
    view: 'home',
    locale: 'fr',
    id: null,
  } as const
  try {
    checkPage(page, {text: html, isWhole: true}, () => false)
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('The page was not refused.')
}
