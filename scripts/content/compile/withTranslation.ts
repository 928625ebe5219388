import {isRecord} from '@coworkmed/schemas/isRecord'
import type {LocalizedItem} from '@coworkmed/schemas/localized/localizedItems'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'
import {localizedFields} from '@coworkmed/schemas/localized/walk'
import type {Locale} from '@coworkmed/schemas/locales'
import {sourceLocale} from '@coworkmed/schemas/locales'

import {localizedItem} from './compileLocalized.ts'
import {byFormOrder} from './formOrder.ts'
import type {SeedDocument} from './seedDocument.ts'

/** Texts of one document in one language: path of the field, as `localizedFields` writes it, to the text. */
export type Texts = ReadonlyMap<string, string>

/**
 * A copy of a document with one more language. Throws when a path leads nowhere, or when rich text has
 * not as many paragraphs as the source, since paragraphs are compared one by one when the source changes.
 */
export function withTranslation(
  document: SeedDocument,
  locale: Locale,
  texts: Texts,
): SeedDocument {
  const fields = new Map(localizedFields(document).map(({path, items}) => [path, items]))
  const nowhere = [...texts.keys()].find((path) => !fields.has(path))
  if (nowhere !== undefined) {
    throw new Error(
      `${document._id}: the ${locale} text "${nowhere}" has no field in the document. Paths are: ${[...fields.keys()].join(', ')}.`,
    )
  }
  const translated = new Map(
    [...texts].map(([path, text]) => {
      const where = `${document._id}.${path} (${locale})`
      return [path, withText(fields.get(path) ?? [], locale, text, where)] as const
    }),
  )
  const replace = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) {
      if (isLocalizedArray(value)) return translated.get(path) ?? value
      return value.map((member, index) => replace(member, `${path}[${keyOf(member) ?? index}]`))
    }
    if (!isRecord(value)) return value
    const children = Object.entries(value).map(([name, child]) => [
      name,
      replace(child, path ? `${path}.${name}` : name),
    ])
    return Object.fromEntries(children)
  }
  const fieldsOnly = replace(document, '')
  return {...(isRecord(fieldsOnly) ? fieldsOnly : {}), _id: document._id, _type: document._type}
}

function withText(
  items: readonly LocalizedItem<unknown>[],
  locale: Locale,
  text: string,
  where: string,
) {
  const source = items.find((item) => item.language === sourceLocale) ?? items[0]
  const type = source && '_type' in source ? String(source._type) : ''
  const item = localizedItem(type, locale, text)
  const [blocks, wanted] = [lengthOf(item.value), lengthOf(source?.value)]
  if (blocks !== wanted) {
    throw new Error(`${where} has ${blocks} paragraphs, its source ${wanted}. Write as many.`)
  }
  return [...items.filter((other) => other.language !== locale), item].toSorted(byFormOrder)
}

const keyOf = (member: unknown) =>
  isRecord(member) && typeof member._key === 'string' ? member._key : undefined

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 1)
