import {isBlank} from '../isBlank.ts'
import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {localeIds} from '../locales.ts'

/** One value in one language, as `sanity-plugin-internationalized-array` stores it. */
export interface LocalizedItem<Value> {
  _key: string
  language?: string
  value?: Value
}

/**
 * The languages of one field, whatever stands there: one item for each language of the site, the first with a value. All
 * that reads content of which it is not sure begins here.
 */
export function localizedItems(value: unknown): LocalizedItem<unknown>[] {
  const items = new Map<Locale, LocalizedItem<unknown>>()
  for (const item of Array.isArray(value) ? value : []) {
    const language = isRecord(item) ? languageOf(item) : undefined
    if (!isRecord(item) || !language || items.has(language) || !isPresent(item.value)) continue
    const key = typeof item._key === 'string' ? item._key : language
    items.set(language, {...item, _key: key, language, value: item.value})
  }
  return [...items.values()]
}

/**
 * The language of an item or an entry: what it says, in small or capital letters; in the older form of the plugin the key
 * says it. `undefined` for a language that the site does not have.
 */
export function languageOf({
  language,
  _key: key,
}: {
  language?: unknown
  _key?: unknown
}): Locale | undefined {
  const said = typeof language === 'string' ? language : key
  return typeof said === 'string' ? locales.get(said.trim().toLowerCase()) : undefined
}

const locales = new Map(localeIds.map((id) => [id.toLowerCase(), id]))

/** Whether there is something to show: empty texts, lists and addresses count as missing. */
export function isPresent<Value>(value: Value | null | undefined): value is Value {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return !isBlank(value)
  if (Array.isArray(value)) return value.length > 0
  return !(isRecord(value) && value._type === 'slug' && !isPresent(value.current))
}

/**
 * Whether an array is the languages of one field. One item that says so by its type is enough; in the older form of the
 * plugin none does, and each has a language and a value.
 */
export function isLocalizedArray(value: readonly unknown[]): value is LocalizedItem<unknown>[] {
  return value.some(isLocalizedItem) || (value.length > 0 && value.every(isUntypedItem))
}

const isLocalizedItem = (item: unknown) =>
  isRecord(item) &&
  typeof item._type === 'string' &&
  /^internationalizedArray.+Value$/.test(item._type)

const isUntypedItem = (item: unknown) =>
  isRecord(item) && item._type === undefined && 'value' in item && languageOf(item) !== undefined
