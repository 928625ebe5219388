import {applyPatch} from 'mendoza'

/** A document without its revision, with a Mendoza patch applied by the official reader. */
export function decode(document: object | null | undefined, patch: unknown[] = []): unknown {
  if (!document) return applyPatch(null, patch)
  const {_rev, ...rest} = {_rev: undefined, ...document}
  return applyPatch(rest, patch)
}
