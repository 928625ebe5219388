import type {Fault} from '../../faults/fault.ts'
import {faultOf} from '../../faults/faultOf.ts'
import {sayFault} from '../../faults/sayFault.ts'
import type {Line} from '../line.ts'

/** What keeps the site from being brought up to the content; told alike in the status, the Studio and the terminal. */
export interface Problem extends Fault {
  /** ISO 8601; `null` when it is not known. */
  since: string | null
  /** All of it for a person: what went wrong, what to do, what visitors have meanwhile. */
  sentence: string
}

/** Each publish ends sooner, whatever becomes of it: everything is compared every minute. */
const STUCK_MS = 15 * 60_000

/** What is wrong now; `null` when the publisher can do its work. */
export function problemOf(
  {progress, builder}: Pick<Line, 'progress' | 'builder'>,
  hasRelease: boolean,
): Problem | null {
  const last = progress.last()
  const since = progress.failingSince()
  const {fault} = builder.state()
  if (last?.outcome === 'refused') {
    const {message, cause = null, todo = null, document, fault: kind = 'other'} = last.refusal
    return inWords({kind, message, cause, document, todo}, since, hasRelease)
  }
  if (fault) {
    const message = `The builder does not stay up: ${fault.message}`
    return inWords({...fault, message}, since, hasRelease)
  }
  if (progress.isBuilding() || progress.msWithoutEnd() < STUCK_MS) return null
  const message = `No publish has come to an end for ${Math.round(progress.msWithoutEnd() / 60_000)} minutes`
  const todo = 'Stop the publisher and start it again.'
  return inWords({...faultOf(message), todo}, progress.lastSuccessAt(), hasRelease)
}

/** What is wrong when the publisher cannot read what it has written. */
export const unreadable = (error: unknown, hasRelease: boolean): Problem =>
  inWords(faultOf(error), null, hasRelease)

function inWords(fault: Fault, since: string | null, hasRelease: boolean): Problem {
  const meanwhile = hasRelease ? 'The last good site stays up' : 'There is no site yet'
  const isObscure = fault.kind === 'other' && fault.todo === null && fault.document === null
  const said = isObscure ? `${sayFault(fault)} The publisher’s log says more.` : sayFault(fault)
  const sentence = `The site could not be built: ${said} ${meanwhile}; it is built again by itself, and after each publish.`
  return {...fault, since, sentence}
}
