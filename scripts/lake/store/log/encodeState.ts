import {applyPatch} from 'mendoza'
import {isDeepStrictEqual} from 'node:util'

import {jsonOf} from '../../jsonOf.ts'
import {encodeMendoza} from '../../mendoza/encodeMendoza.ts'
import type {LakeDocument} from '../lakeDocument.ts'

/** After so many patches comes a full copy: reading any state applies fewer than this. */
const MOST_PATCHES = 100

/** A patch is kept where it is at most this share of the full copy. */
const WORTHWHILE = 0.5

/**
 * One state of a document as the log keeps it: a full copy (`after`), a Mendoza patch on the state before (`patch`), or
 * neither, when the document was deleted. `depth` counts the patches since the last full copy; `bytes` is the length of
 * the full copy, kept or not.
 */
export interface EncodedState {
  after: string | null
  patch: string | null
  depth: number
  bytes: number
}

/**
 * Encodes the state `to` of a document, which follows `from` in the log; `depth` is that of `from`. A patch that does not
 * give `to` exactly is never kept.
 */
export function encodeState(
  from: LakeDocument | null,
  to: LakeDocument | null,
  depth: number,
): EncodedState {
  if (!to) return {after: null, patch: null, depth: 0, bytes: 0}
  const after = jsonOf(to)
  const bytes = Buffer.byteLength(after)
  const patch = from && depth + 1 < MOST_PATCHES ? patchBetween(from, to) : null
  return patch !== null && patch.length < after.length * WORTHWHILE
    ? {after: null, patch, depth: depth + 1, bytes}
    : {after, patch: null, depth: 0, bytes}
}

function patchBetween(from: LakeDocument, to: LakeDocument) {
  const patch = encodeMendoza(from, to)
  return isDeepStrictEqual(applyPatch(from, patch), to) ? JSON.stringify(patch) : null
}
