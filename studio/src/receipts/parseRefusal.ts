import {sayFault} from './faultWords.ts'
import {record, text, textOrNull} from './jsonParts.ts'
import type {Say} from './say.ts'

/** Why a publish, or one document of it, did not go live, and where to mend it. */
export interface Refusal {
  step: string
  message: string
  document: string | null
  field: string | null
  language: string | null
  /** What is wrong where it is nobody's content: `diskFull`, `unreachable` … */
  fault?: string | undefined
}

/** Reads what the publisher tells of a refusal. Throws where it is anything else. */
export function parseRefusal(value: unknown): Refusal {
  const refusal = record(value, 'a refusal')
  return {
    step: text(refusal.step, 'step'),
    message: text(refusal.message, 'message'),
    document: textOrNull(refusal.document, 'document'),
    field: textOrNull(refusal.field, 'field'),
    language: textOrNull(refusal.language, 'language'),
    ...(refusal.fault !== undefined && {fault: text(refusal.fault, 'fault')}),
  }
}

/** Why, in words for the officer: what somebody can mend in a document as it was told, anything else as it concerns them. */
export const sayRefusal = (say: Say, {message, fault, document}: Refusal): string =>
  fault === undefined || document !== null ? say.foreign(message) : sayFault(say, fault, message)
