import {mutationError} from '../errors.ts'

/** Each is applied while everybody else waits. */
const MOST_MUTATIONS = 10_000

/** Throws 413 for more mutations than one transaction may have. */
export function assertMutationCount(count: number): void {
  if (count <= MOST_MUTATIONS) return
  throw mutationError(413, `A transaction may have ${MOST_MUTATIONS} mutations. Split it.`)
}
