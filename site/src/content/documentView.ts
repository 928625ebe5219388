import type {LocalizedItem} from '@coworkmed/schemas/localized/localizedItems'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'

import type {StoredDocument} from './documentStore.ts'

/** What a view tells, and where it finds what is not in memory. */
export interface ViewOptions {
  /** Told of each part that is read, as `documentParts` names it. */
  onRead: (part: string) => void
  longPart: (field: string, language?: string) => unknown
}

/**
 * A document that notes what is read of it: each field, and of a text each language apart. Its long parts are
 * fetched when they are read, and not kept.
 */
export function documentView(stored: StoredDocument, options: ViewOptions): object {
  const {onRead, longPart} = options
  const fields = new Map<string, unknown>()
  return new Proxy(stored.short, {
    get(short, field) {
      const value: unknown = Reflect.get(short, field)
      if (typeof field === 'symbol' || field === '_id' || field === '_type') return value
      onRead(field)
      if (stored.longFields.includes(field)) return longPart(field)
      if (fields.has(field)) return fields.get(field)
      const isText = Array.isArray(value) && isLocalizedArray(value)
      const given = isText ? value.map((item) => new TextItem(item, field, options)) : value
      fields.set(field, given)
      return given
    },
    has(short, field) {
      if (typeof field === 'string') onRead(field)
      return Reflect.has(short, field)
    },
    ownKeys(short) {
      onRead('*')
      return Reflect.ownKeys(short)
    },
  })
}

interface StoredItem extends LocalizedItem<unknown> {
  _type?: string
  isLong?: boolean
}

/** One language of a text, which notes when its value is read. There are many of them: each is small. */
class TextItem {
  readonly #item: StoredItem
  readonly #field: string
  readonly #options: ViewOptions

  constructor(item: StoredItem, field: string, options: ViewOptions) {
    this.#item = item
    this.#field = field
    this.#options = options
  }

  get _key() {
    return this.#item._key
  }

  get _type() {
    return this.#item._type
  }

  get language() {
    return this.#item.language
  }

  get value(): unknown {
    const {language = '', value, isLong} = this.#item
    this.#options.onRead(`${this.#field}.${language}`)
    return isLong === true ? this.#options.longPart(this.#field, language) : value
  }
}

/** The same for who needs one language alone: of long fields with texts within, only what is shown in it is read. */
export function languageView(
  view: object,
  {longFields, digests}: StoredDocument,
  {onRead, longPart}: ViewOptions,
  locale: string,
): object {
  return new Proxy(view, {
    get(whole, field) {
      const part = `${String(field)}.${locale}`
      if (typeof field === 'symbol' || !longFields.includes(field) || !(part in digests))
        return Reflect.get(whole, field)
      onRead(part)
      return longPart(field, locale)
    },
  })
}
