import {isDeepStrictEqual} from 'node:util'

import {isRecord} from '../store/lakeDocument.ts'
import {encodeObject} from './encodeObject.ts'
import {
  ARRAY_APPEND_SLICE,
  ARRAY_APPEND_VALUE,
  PUSH_ELEMENT_COPY,
  RETURN_INTO_ARRAY_POP,
  type RawPatch,
} from './opcodes.ts'

/** What builds `to` from an empty array: slices of `from`, changed elements of `from`, and new values. */
export function encodeArray(from: readonly unknown[], to: readonly unknown[]): RawPatch {
  if (to.length === 0) return [ARRAY_APPEND_SLICE, 0, 0]
  const places = placesOf(from)
  const changed = new Set<number>()
  const parts: RawPatch[] = []
  for (let at = 0; at < to.length;) {
    const place = places.get(identityOf(to[at]))
    const same = place === undefined ? 0 : sameFrom(from, place, to, at)
    if (place !== undefined && same > 0) parts.push([ARRAY_APPEND_SLICE, place, place + same])
    else if (place === undefined || changed.has(place)) parts.push([ARRAY_APPEND_VALUE, to[at]])
    else {
      changed.add(place) // each once: where many have its key, all of them would be told against it
      parts.push(encodeElement(from, place, to[at]))
    }
    at += Math.max(same, 1)
  }
  return parts.flat()
}

function encodeElement(from: readonly unknown[], place: number | undefined, to: unknown): RawPatch {
  const before = place === undefined ? undefined : from[place]
  if (!isRecord(before) || !isRecord(to)) return [ARRAY_APPEND_VALUE, to]
  return [PUSH_ELEMENT_COPY, place, ...encodeObject(before, to), RETURN_INTO_ARRAY_POP]
}

/** How many elements are the same in both, counted from a place in each. */
function sameFrom(from: readonly unknown[], place: number, to: readonly unknown[], at: number) {
  let count = 0
  while (
    place + count < from.length &&
    at + count < to.length &&
    isDeepStrictEqual(from[place + count], to[at + count])
  ) {
    count += 1
  }
  return count
}

const placesOf = (items: readonly unknown[]) =>
  new Map(items.map((item, index) => [identityOf(item), index] as const).toReversed())

/** What an element is recognised by when it moved or changed: its `_key`, else its whole value. */
function identityOf(item: unknown) {
  return isRecord(item) && typeof item['_key'] === 'string'
    ? `key ${item['_key']}`
    : `value ${JSON.stringify(item)}`
}
