import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {isLocale} from '../locales.ts'
import {languageOf} from './localizedItems.ts'

/** What can be said of a document in one language. */
export type TranslationStateName = 'source' | 'missing' | 'draft' | 'machine' | 'ready'

/** What an entry of `translations` says, and the entry itself. */
interface CautiousEntry {
  language: Locale
  /** `undefined` in an entry that says nothing yet. */
  state: TranslationStateName | undefined
  entry: Record<string, unknown>
}

/** From the most cautious on: what hides a language, what warns of it, what shows it. */
const CAUTIOUS_FIRST: readonly (TranslationStateName | undefined)[] = [
  'draft',
  'missing',
  'machine',
  'source',
  'ready',
  undefined,
]

/**
 * What `translations` says of each language, whatever stands there. Of several entries for one language the most cautious
 * counts; a state that nobody knows hides the language, and so does one of a region of it (`fr-FR`) that hides.
 */
export function cautiousEntries(translations: unknown): Map<Locale, CautiousEntry> {
  const entries = new Map<Locale, CautiousEntry>()
  for (const entry of Array.isArray(translations) ? translations : []) {
    const read = isRecord(entry) ? readEntry(entry) : undefined
    if (!read) continue
    const other = entries.get(read.language)
    if (!other || cautionOf(read) < cautionOf(other)) entries.set(read.language, read)
  }
  return entries
}

/** Whether a state keeps a language from visitors. */
export const isHiddenState = (state: TranslationStateName | undefined): boolean =>
  state === 'draft' || state === 'missing'

function readEntry(entry: Record<string, unknown>): CautiousEntry | undefined {
  const state = stateNameOf(entry.state)
  const language =
    languageOf(entry) ?? (isHiddenState(state) ? wholeLanguage(entry.language) : undefined)
  return language && {language, state, entry}
}

function stateNameOf(state: unknown): TranslationStateName | undefined {
  if (state === undefined || state === null || state === '') return undefined
  const name = typeof state === 'string' ? state.trim().toLowerCase() : ''
  return CAUTIOUS_FIRST.find((known) => known === name) ?? 'draft'
}

function wholeLanguage(tag: unknown): Locale | undefined {
  const language = typeof tag === 'string' ? tag.trim().toLowerCase().split(/[-_]/)[0] : undefined
  return isLocale(language) ? language : undefined
}

const cautionOf = ({state}: CautiousEntry) => CAUTIOUS_FIRST.indexOf(state)
