import type {Refusal, StepName} from './protocol.ts'

/** Why a build cannot go on, and where an officer can mend it. */
export class BuildFailure extends Error {
  override name = 'BuildFailure'
  place: Omit<Refusal, 'message' | 'step'> & {step: StepName | null}

  constructor(message: string, place: Partial<BuildFailure['place']>, options?: ErrorOptions) {
    super(message, options)
    this.place = {step: null, document: null, field: null, language: null, ...place}
  }
}

/** What to tell of an error that ended a step. Errors of content name their place, also when they come from a thread. */
export function refusalOf(error: unknown, step: StepName): Refusal {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof BuildFailure)
    return {message, ...error.place, step: error.place.step ?? step}
  return {message, step, document: null, field: null, language: null, ...placeOf(error)}
}

/** The place that the site's `ContentError` names. */
function placeOf(error: unknown): Partial<Refusal> {
  if (typeof error !== 'object' || error === null || !('document' in error)) return {}
  const text = (name: 'document' | 'field' | 'language') => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {document: text('document'), field: text('field'), language: text('language')}
}
