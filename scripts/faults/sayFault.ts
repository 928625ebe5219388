import type {Fault} from './fault.ts'

/** A fault for a person: what went wrong and, where the message does not say it, what to do. */
export function sayFault({message, todo}: Pick<Fault, 'message' | 'todo'>): string {
  const said = /[.!?:]$/.test(message) ? message : `${message}.`
  return todo === null ? said : `${said} ${todo}`
}
