import type {LakeDocument} from '../store/lakeDocument.ts'
import {encodeMendoza} from './encodeMendoza.ts'
import type {RawPatch} from './opcodes.ts'

/** How to get from a document to its next revision, and back. */
export interface Effects {
  apply: RawPatch
  revert: RawPatch
}

/** The effects of a change, over the documents without `_rev`: the Studio takes it off before it applies them. */
export function effectsOf(before: LakeDocument | null, after: LakeDocument | null): Effects {
  const from = withoutRevision(before)
  const to = withoutRevision(after)
  return {apply: encodeMendoza(from, to), revert: encodeMendoza(to, from)}
}

function withoutRevision(document: LakeDocument | null) {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}
