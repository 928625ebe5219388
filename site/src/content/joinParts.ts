import {isRecord} from '@coworkmed/schemas/isRecord'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'

import type {StoredDocument} from './documentStore.ts'

/** A document as it was before `documentParts` took it apart. */
export const joinParts = (
  {short, longFields}: StoredDocument,
  longPart: (field: string, language: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(short).map(([field, value]) => {
      if (longFields.includes(field)) return [field, longPart(field, '')]
      if (!Array.isArray(value) || !isLocalizedArray(value)) return [field, value]
      const items = value.map((item: unknown) => {
        if (!isRecord(item) || item.isLong !== true) return item
        const {isLong: _, ...rest} = item
        return {...rest, value: longPart(field, String(item.language))}
      })
      return [field, items]
    }),
  )
