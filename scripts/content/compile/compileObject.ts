import {isRecord} from '@coworkmed/schemas/isRecord'

import {compileValue} from './compileValue.ts'
import type {Place} from './place.ts'
import {within} from './place.ts'
import type {SchemaField} from './schemaTypes.ts'

/** The fields of an object or document, each as its type wants it, in the order of the schema. */
export function compileObject(
  value: unknown,
  schema: SchemaField,
  place: Place,
): Record<string, unknown> {
  if (!isRecord(value)) throw new Error(`${place.path}: write the fields of the ${nameOf(schema)}.`)
  const fields = schema.fields ?? []
  const unknown = Object.keys(value).find(
    (name) => name !== '_key' && !fields.some((field) => field.name === name),
  )
  if (unknown !== undefined) {
    const known = fields.map(({name}) => name).join(', ')
    throw new Error(`${place.path}: "${unknown}" is not a field. The fields are: ${known}.`)
  }
  return Object.fromEntries(fields.flatMap((field) => compileField(value, field, place)))
}

function compileField(value: Record<string, unknown>, field: SchemaField, place: Place) {
  if (field.name === undefined) return []
  const given = value[field.name]
  if (given === undefined) return []
  return [[field.name, compileValue(given, field, within(place, `.${field.name}`))] as const]
}

const nameOf = (schema: SchemaField) => schema.name ?? schema.type
