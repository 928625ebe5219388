import {record, text, textOrNull} from './jsonParts.ts'

/** Why a publish, or one document of it, did not go live, and where to mend it. */
export interface Refusal {
  step: string
  message: string
  document: string | null
  field: string | null
  language: string | null
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
  }
}
