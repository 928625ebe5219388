/** One rule of a field: what it demands, and how the schema puts it to an officer. */
export interface RecordedRule {
  flag: string
  constraint: unknown
  message: string | undefined
}

/**
 * What the `validation` of a field demands, in the order it is written; warnings are left out. The functions of a schema
 * build their rules on whatever they are given: here on something that only notes what is asked.
 */
export function recordedRules(validation: unknown): RecordedRule[] {
  if (typeof validation !== 'function') return []
  const recorders: Recorder[] = []
  const start = () => {
    const recorder = createRecorder()
    recorders.push(recorder)
    return recorder.rule
  }
  // Each chain begins at a rule of its own: `(rule) => [rule.required(), rule.custom(…).warning()]`.
  const first = new Proxy({}, {get: (_, name) => Reflect.get(start(), name)})
  Reflect.apply(validation, undefined, [first])
  return recorders.flatMap(({isError, message, rules}) =>
    isError() ? rules.map((rule) => ({...rule, message: message()})) : [],
  )
}

type Recorder = ReturnType<typeof createRecorder>

function createRecorder() {
  const rules: Omit<RecordedRule, 'message'>[] = []
  let level = 'error'
  let message: string | undefined
  const rule: object = new Proxy(
    {},
    {
      get: (_, name) => (constraint: unknown) => {
        if (LEVELS.has(String(name))) {
          level = String(name)
          if (typeof constraint === 'string') message = constraint
        } else rules.push({flag: String(name), constraint})
        return rule
      },
    },
  )
  return {rule, rules, isError: () => level === 'error', message: () => message}
}

const LEVELS = new Set(['error', 'warning', 'info'])
