import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {isPresent, languageOf} from '../localized/localizedItems.ts'
import {expectations} from './expectations.ts'
import {knownFields} from './knownFields.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut, memberStep} from './place.ts'

/** One language of a field, as it is kept. */
interface Item {
  _key: string
  _type: string
  language: Locale
  value: unknown
}

/** What the items of a field say they are, and the parser of their values. */
interface ItemShape {
  type: string
  parseValue: Parser
}

/**
 * Parses the languages of one field: one item for each language of the site, the first with a value that fits. A line in
 * which nobody has written yet is no fault.
 */
export const localizedParser =
  (shape: ItemShape): Parser =>
  (value, place) => {
    if (!Array.isArray(value)) return leaveOut(place, expectations.languages, value)
    const kept = new Map<Locale, Item>()
    for (const [index, item] of value.entries()) {
      const at = inside(place, memberStep(item, index))
      const parsed = parseItem(item, at, shape)
      const language = parsed?.language
      if (!parsed || !language) continue
      if (!kept.has(language)) kept.set(language, parsed)
      else leaveOut({...inside(at, 'value'), language}, expectations.languageTwice, parsed.value)
    }
    if (kept.size === 0) return undefined
    const items = [...kept.values()]
    const isAsBefore =
      items.length === value.length && items.every((item, index) => item === value[index])
    return isAsBefore ? value : items
  }

function parseItem(item: unknown, place: Place, {type, parseValue}: ItemShape): Item | undefined {
  if (!isRecord(item)) return leaveOut(place, expectations.languages, item)
  const known = knownFields(item, place, FIELDS)
  if (!isPresent(item.value)) return undefined
  const language = languageOf(item)
  if (!language) return leaveOut(place, expectations.language, item.language ?? item._key ?? '')
  if (!isTextOrNone(item.language))
    leaveOut({...inside(place, 'language'), language}, expectations.language, item.language)
  const value = parseValue(item.value, {...inside(place, 'value'), language}, item)
  if (!isPresent(value)) return undefined
  if (isItem(known, type, language) && known.value === value) return known
  return {_key: typeof item._key === 'string' ? item._key : language, _type: type, language, value}
}

/** Whether a language is said as it is; where nothing is said, the key does. */
export const isTextOrNone = (language: unknown): boolean =>
  language === undefined || language === null || typeof language === 'string'

const FIELDS = new Set(['_key', '_type', 'language', 'value'])

const isItem = (
  item: Record<string, unknown>,
  type: string,
  language: Locale,
): item is Record<string, unknown> & Item =>
  item._type === type && item.language === language && typeof item._key === 'string'
