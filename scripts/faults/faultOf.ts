import type {Fault} from './fault.ts'
import {ToldFault} from './fault.ts'
import type {FaultKind} from './faultKind.ts'
import {kindOf, todoOf} from './faultKind.ts'

const MOST_CAUSES = 10
const LONGEST_MESSAGE = 500

/** An error as data: what was said first, why, about which document, and what to do. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ToldFault) return error.fault
  const [first, ...causes] = chain(error)
  const message = firstLine(first)
  const told = causes.find((cause) => cause instanceof ToldFault)?.fault
  const kind = told?.kind ?? [first, ...causes].map(kindOfOne).find(isKnown) ?? 'other'
  const cause = causes.map(firstLine).find((line) => line !== '' && !message.includes(line))
  return {
    kind,
    message,
    cause: cause ?? told?.cause ?? null,
    document: told?.document ?? documentOf(first),
    todo: adviceFor(kind, message),
  }
}

/** The same of what a program printed that cannot tell it as data. */
export const faultIn = (message: string): Fault => faultOf(message)

function chain(error: unknown) {
  const errors = [error]
  for (let at = error; at instanceof Error && at.cause && errors.length < MOST_CAUSES;) {
    at = at.cause
    errors.push(at)
  }
  return errors
}

const kindOfOne = (error: unknown) =>
  kindOf(
    `${error instanceof Error && 'code' in error ? `${String(error.code)} ` : ''}${String(error instanceof Error ? error.message : error)}`,
  )

const isKnown = (kind: FaultKind) => kind !== 'other'

function firstLine(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n').find((line) => line.trim()) ?? '').trim().slice(0, LONGEST_MESSAGE)
}

/** Errors that the site throws about a document carry its id. */
function documentOf(error: unknown) {
  if (!(error instanceof Error) || !('document' in error)) return null
  return typeof error.document === 'string' && error.document ? error.document : null
}

/** Our own messages say what to do; those of the system do not. */
function adviceFor(kind: FaultKind, message: string) {
  const todo = todoOf(kind)
  if (todo === null || kindOf(message) !== kind) return null
  return message.toLowerCase().includes(todo.toLowerCase().slice(0, -1)) ? null : todo
}
