import type {SeedDocument} from './seedDocument.ts'
import {compileObject} from './compileObject.ts'
import type {Place} from './place.ts'
import {schemaType} from './schemaTypes.ts'

/**
 * One document from the fields of a seed file; text without a language is in the source language.
 * Throws with the path of the first thing that the schema does not allow.
 */
export function compileDocument(
  id: string,
  type: string,
  fields: unknown,
  typeOf: Place['typeOf'],
): SeedDocument {
  const schema = schemaType(type)
  if (!schema) throw new Error(`${id}: there is no document type "${type}". Rename the seed file.`)
  return {_id: id, _type: type, ...compileObject(fields, schema, {path: id, typeOf})}
}
