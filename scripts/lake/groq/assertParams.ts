import {badRequest} from '../errors.ts'
import {isDeeperThan} from '../isDeeperThan.ts'

const MOST_CHARACTERS = 1_000_000
const MOST_LEVELS = 64

/** Throws 400 for the parameters of a query that are too long or too deep to be passed on. */
export function assertParams(params: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(params)) {
    if (isDeeperThan(value, MOST_LEVELS)) {
      throw badRequest(`\`$${name}\` is nested more than ${MOST_LEVELS} levels deep. Flatten it.`)
    }
  }
  if (JSON.stringify(params).length > MOST_CHARACTERS) {
    throw badRequest(
      `The parameters have more than ${MOST_CHARACTERS} characters. Ask for fewer at a time.`,
    )
  }
}
