type Validator = (value: unknown, context: object) => unknown

/** The function that looks at the value of one field of a type, taken out of its validation. */
export function customValidator(type: unknown, field: string): Validator {
  const validation = fieldsOf(type).find(({name}) => name === field)?.validation
  let found: Validator | undefined
  validation?.({
    custom: (validator: Validator) => {
      found = validator
    },
  })
  if (!found) throw new Error(`The field "${field}" has no validation of its own.`)
  return found
}

interface Field {
  name?: unknown
  validation?: (rule: object) => unknown
}

function fieldsOf(type: unknown): readonly Field[] {
  const hasFields = typeof type === 'object' && type !== null && 'fields' in type
  return hasFields && Array.isArray(type.fields) ? type.fields : []
}
