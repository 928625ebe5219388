import type {Place} from './place.ts'
import type {SchemaField} from './schemaTypes.ts'
import {listedValues} from './schemaTypes.ts'

const kinds: Record<string, 'string' | 'number' | 'boolean'> = {
  string: 'string',
  text: 'string',
  url: 'string',
  date: 'string',
  datetime: 'string',
  number: 'number',
  boolean: 'boolean',
}

/** A string, number or boolean, checked against its type and the list of allowed values. */
export function compileScalar(value: unknown, field: SchemaField, {path}: Place): unknown {
  const kind = kinds[field.type]
  if (!kind) throw new Error(`${path}: seed files cannot hold a "${field.type}". Leave it empty.`)
  if (typeof value !== kind) {
    throw new Error(`${path}: ${JSON.stringify(value)} is not a ${kind}. Check the quotes.`)
  }
  const listed = listedValues(field)
  if (listed && !listed.includes(value)) {
    throw new Error(`${path}: "${String(value)}" is not one of ${listed.join(', ')}.`)
  }
  return kind === 'string' ? String(value).trimEnd() : value
}
