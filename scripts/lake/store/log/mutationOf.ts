import type {Mutation} from '../../transactions/mutation.ts'
import type {Change} from '../createCommitter.ts'

const SYSTEM_FIELDS = new Set(['_id', '_type', '_rev', '_createdAt', '_updatedAt'])

/** A mutation that does what several did, which are not in the log any more: field by field. */
export function mutationOf({documentId: id, before, after}: Change): Mutation {
  if (!after) return {delete: {id}}
  if (!before) return {create: after}
  if (before._createdAt !== after._createdAt || !isPatchable(before) || !isPatchable(after))
    return {createOrReplace: after}
  const gone = Object.keys(before).filter((field) => !Object.hasOwn(after, field))
  const set = Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) =>
        !SYSTEM_FIELDS.has(field) && JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  )
  return {patch: {id, set, ...(gone.length > 0 && {unset: gone})}}
}

/** A patch takes names for paths. */
const isPatchable = (document: object) => Object.keys(document).every((name) => /^\w+$/.test(name))
