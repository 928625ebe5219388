import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {digest} from './digest.ts'
import {localizedFields} from './walk.ts'

/** What a translation was made from: for each source field (for rich text: each block) its digest. */
export interface FieldDigest {
  /** As `localizedFields` writes it; a block of rich text as `report#blockKey`. */
  path: string
  digest: string
}

/** The digests of everything a document says in one language: kept when a translation of it is marked done. */
export function translationDigests(document: unknown, source: Locale): FieldDigest[] {
  return localizedFields(document)
    .filter(({path}) => !path.startsWith('slug'))
    .flatMap(({path, items}) => {
      const value = items.find((item) => item.language === source)?.value
      return value === undefined ? [] : fieldDigests(path, value)
    })
}

/** The fields and blocks of the source that changed, or came or went, since the digests were kept. */
export function changedSince(
  kept: readonly Partial<FieldDigest>[],
  now: readonly FieldDigest[],
): string[] {
  const before = new Map(kept.flatMap(({path, digest: old}) => (path && old ? [[path, old]] : [])))
  const after = new Map(now.map((field) => [field.path, field.digest]))
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path))
}

function fieldDigests(path: string, value: unknown): FieldDigest[] {
  if (!Array.isArray(value)) return [{path, digest: digest(value)}]
  return value.map((block, index) => {
    const key = isRecord(block) && typeof block._key === 'string' ? block._key : String(index)
    return {path: `${path}#${key}`, digest: digest(block)}
  })
}
