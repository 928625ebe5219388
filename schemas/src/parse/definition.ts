import {isRecord} from '../isRecord.ts'

/** A type or a field, as far as parsing its values goes; what it is in Sanity, `defineType` has checked. */
export interface Definition {
  name: string
  type: string
  fields: readonly Definition[]
  /** The members an array takes. */
  of: readonly Definition[]
  /** The types a reference may point to. */
  to: readonly string[]
  /** The values on offer; none means any. */
  choices: ReadonlySet<unknown> | undefined
  validation: unknown
  /** As the schema has it: styles, lists and marks of a block. */
  source: Readonly<Record<string, unknown>>
}

/** Reads a definition that `defineType` or `defineField` made. */
export function readDefinition(source: unknown): Definition {
  if (!isRecord(source) || typeof source.type !== 'string')
    throw new Error(`This is not a type of a schema: ${JSON.stringify(source)}.`)
  const {type, name} = source
  return {
    name: typeof name === 'string' ? name : type,
    type,
    fields: listOf(source.fields).map(readDefinition),
    of: listOf(source.of).map(readDefinition),
    to: listOf(source.to).map((target) => readDefinition(target).type),
    choices: choicesOf(source.options),
    validation: source.validation,
    source,
  }
}

/** The values of `{title, value}` pairs, or of bare values. */
export const valuesOf = (list: unknown): unknown[] =>
  listOf(list).map((choice) => (isRecord(choice) ? choice.value : choice))

function choicesOf(options: unknown) {
  const values = isRecord(options) ? valuesOf(options.list) : []
  return values.length > 0 ? new Set(values) : undefined
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
