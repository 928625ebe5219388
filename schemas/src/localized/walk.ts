import {isRecord} from '../isRecord.ts'
import type {LocalizedItem} from './localizedItems.ts'
import {isLocalizedArray, localizedItems} from './localizedItems.ts'

/** A localized field found somewhere inside a document. */
export interface LocalizedField {
  /** Where it stands, array members by key: `takeaways[takeaway-1].text`. */
  path: string
  items: readonly LocalizedItem<unknown>[]
}

/** Every localized field of a document, however deep, in the order of its keys. */
export function localizedFields(value: unknown, path = ''): LocalizedField[] {
  if (Array.isArray(value)) {
    if (isLocalizedArray(value)) return [{path, items: localizedItems(value)}]
    return value.flatMap((member, index) =>
      localizedFields(member, `${path}[${keyOf(member) ?? index}]`),
    )
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, child]) =>
    localizedFields(child, path ? `${path}.${name}` : name),
  )
}

type Items = readonly LocalizedItem<unknown>[]
type ItemChoice = (items: Items) => Items

/** A copy of content in which each localized field, however deep, keeps only the items that `choose` gives of it. */
export function withItems<Value>(value: Value, choose: ItemChoice): Value
export function withItems(value: unknown, choose: ItemChoice): unknown {
  if (Array.isArray(value)) {
    const kept = isLocalizedArray(value) ? choose(localizedItems(value)) : value
    return kept.map((member) => withItems(member, choose))
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, withItems(child, choose)]),
  )
}

const keyOf = (member: unknown) =>
  isRecord(member) && typeof member._key === 'string' ? member._key : undefined
