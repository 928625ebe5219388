import {record, text, textOrNull} from './jsonParts.ts'

/** What keeps the publisher from its work: no document of anybody's. */
export interface Problem {
  /** What it is about: `diskFull`, `unreachable` … */
  kind: string
  /** The publisher's own words, for who looks after it. */
  message: string
  /** ISO 8601, or not known. */
  since: string | null
  /** The document at fault, where it is content all the same. */
  document: string | null
}

/** Reads what is wrong out of the publisher's status; nothing when it is well, or does not tell. */
export function parseProblem(status: unknown): Problem | undefined {
  const {problem = null} = record(status, 'the status')
  if (problem === null) return undefined
  const told = record(problem, 'the problem')
  return {
    kind: text(told.kind, 'kind'),
    message: text(told.message, 'message'),
    since: textOrNull(told.since, 'since'),
    document: textOrNull(told.document, 'document'),
  }
}
