import {isDeepStrictEqual} from 'node:util'

import {isRecord} from '../store/lakeDocument.ts'
import {encodeArray} from './encodeArray.ts'
import {encodeString} from './encodeString.ts'
import {
  OBJECT_DELETE_FIELD,
  OBJECT_SET_FIELD_VALUE,
  PUSH_FIELD_BLANK,
  PUSH_FIELD_COPY,
  RETURN_INTO_OBJECT_SAME_KEY_POP,
  type RawPatch,
} from './opcodes.ts'

/** What turns a copy of `from` into `to`. Fields of `from` are named by their place among its sorted keys. */
export function encodeObject(from: Record<string, unknown>, to: Record<string, unknown>): RawPatch {
  const keys = Object.keys(from).toSorted()
  const deletions = keys.flatMap((key, index) =>
    Object.hasOwn(to, key) ? [] : [OBJECT_DELETE_FIELD, index],
  )
  const indexes = new Map(keys.map((key, index) => [key, index]))
  const changes = Object.entries(to).flatMap(([key, value]) => {
    const index = indexes.get(key)
    return index === undefined
      ? [OBJECT_SET_FIELD_VALUE, value, key]
      : encodeField(key, index, from[key], value)
  })
  return [...deletions, ...changes]
}

function encodeField(key: string, index: number, from: unknown, to: unknown): RawPatch {
  if (isDeepStrictEqual(from, to)) return []
  if (isRecord(from) && isRecord(to)) {
    return [PUSH_FIELD_COPY, index, ...encodeObject(from, to), RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  const body = encodeBlank(from, to)
  return body
    ? [PUSH_FIELD_BLANK, index, ...body, RETURN_INTO_OBJECT_SAME_KEY_POP]
    : [OBJECT_SET_FIELD_VALUE, to, key]
}

function encodeBlank(from: unknown, to: unknown): RawPatch | null {
  if (Array.isArray(from) && Array.isArray(to)) return encodeArray(from, to)
  return typeof from === 'string' && typeof to === 'string' ? encodeString(from, to) : null
}
