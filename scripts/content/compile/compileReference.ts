import type {Place} from './place.ts'
import type {SchemaField} from './schemaTypes.ts'

/** A reference from a plain id, to a document that exists and is of an allowed type. */
export function compileReference(value: unknown, field: SchemaField, {path, typeOf}: Place) {
  const allowed = (field.to ?? []).map(({type}) => type)
  const type = typeof value === 'string' ? typeOf(value) : undefined
  if (type === undefined) {
    throw new Error(`${path}: there is no document "${String(value)}". Write the id of a document.`)
  }
  if (!allowed.includes(type)) {
    throw new Error(`${path}: "${String(value)}" is a ${type}, not a ${allowed.join(' or ')}.`)
  }
  return {_type: 'reference', _ref: value}
}
