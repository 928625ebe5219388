import {isDeepStrictEqual} from 'node:util'

import {isRecord} from '../store/lakeDocument.ts'
import {encodeObject} from './encodeObject.ts'
import {VALUE, type RawPatch} from './opcodes.ts'

/** The Mendoza patch that turns one JSON value into another; null stands for "there is no document". */
export function encodeMendoza(from: unknown, to: unknown): RawPatch {
  if (from === null || to === null) return [VALUE, to]
  if (isDeepStrictEqual(from, to)) return []
  return isRecord(from) && isRecord(to) ? encodeObject(from, to) : [VALUE, to]
}
