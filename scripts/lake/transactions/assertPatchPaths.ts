import {badRequest} from '../errors.ts'
import {assertSafeAttribute} from './assertSafeJson.ts'
import type {Insert, Patch} from './mutation.ts'

const MAX_PATH_CHARACTERS = 1000
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g
const LONG_NUMBER = /\d{6,}/
const HUNK = /^@@ /gm
/** A hunk that does not fit is looked for in the whole text. */
const MOST_HUNKS = 300

/** Throws 400 for a patch path that could do more than select: reach object internals, or select a million items. */
export function assertPatchPaths(patch: Omit<Patch, 'id'>) {
  for (const path of pathsOf(patch)) assertPath(path)
  const hunks =
    Object.values(patch.diffMatchPatch ?? {})
      .join('\n')
      .match(HUNK)?.length ?? 0
  if (hunks <= MOST_HUNKS) return
  throw badRequest(
    `The diffs have ${hunks} hunks; ${MOST_HUNKS} is the limit. Set the text instead.`,
  )
}

function pathsOf({set, setIfMissing, unset, inc, dec, diffMatchPatch, insert}: Omit<Patch, 'id'>) {
  const keyed = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((operations) =>
    Object.keys(operations ?? {}),
  )
  return [...keyed, ...(unset ?? []), ...(insert ? [placeOf(insert)] : [])]
}

function placeOf(insert: Insert) {
  if ('before' in insert) return insert.before
  return 'after' in insert ? insert.after : insert.replace
}

function assertPath(path: string) {
  if (path.length > MAX_PATH_CHARACTERS) {
    throw badRequest(
      `A patch path has ${path.length} characters; ${MAX_PATH_CHARACTERS} is the limit.`,
    )
  }
  const quotedNames =
    path.match(QUOTED)?.map((quoted) => quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1')) ?? []
  const outside = path.replaceAll(QUOTED, '""')
  for (const name of [...quotedNames, ...outside.split(/[^\w$]+/)]) assertSafeAttribute(name, path)
  if (LONG_NUMBER.test(outside)) {
    throw badRequest(
      `The patch path "${path}" has an index of a hundred thousand or more. Use _key, or a smaller one.`,
    )
  }
}
