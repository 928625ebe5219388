import {isRecord} from './lakeDocument.ts'

/** A reference found in a document. A weak one may point at nothing. */
export interface Reference {
  id: string
  weak: boolean
}

/**
 * Every `_ref` in a document, at any depth, each target once as strong and once as weak.
 * One that points out of the dataset (`_dataset`, or `dataset:…`) counts as weak: it is not enforced here.
 */
export function referencesOf(document: unknown): Reference[] {
  const found = new Map<string, Reference>()
  collect(document, found)
  return [...found.values()]
}

function collect(value: unknown, found: Map<string, Reference>) {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  if (!isRecord(value)) return
  if (typeof value['_ref'] === 'string') {
    const reference = {id: value['_ref'], weak: isWeak(value, value['_ref'])}
    found.set(`${reference.weak} ${reference.id}`, reference)
  }
  for (const item of Object.values(value)) collect(item, found)
}

function isWeak(value: Record<string, unknown>, target: string) {
  return value['_weak'] === true || typeof value['_dataset'] === 'string' || target.includes(':')
}
