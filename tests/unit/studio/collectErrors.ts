/** What the validations of schema types say by themselves, whatever the value. */
export function collectErrors(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(collectErrors)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    name === 'validation' && isValidation(value) ? errorsOf(value) : collectErrors(value),
  )
}

/** Gives a validation a rule that notes its messages; every condition leads back to it. */
function errorsOf(validation: (rule: object) => unknown) {
  const messages: string[] = []
  const rule: object = new Proxy(
    {},
    {
      get: (_, name) => (message: unknown) => {
        if (name === 'error' && typeof message === 'string') messages.push(message)
        return rule
      },
    },
  )
  validation(rule)
  return messages
}

const isValidation = (value: unknown): value is (rule: object) => unknown =>
  typeof value === 'function'
