import {compileArray} from './compileArray.ts'
import {compileLocalized, localizedValueType} from './compileLocalized.ts'
import {compileObject} from './compileObject.ts'
import {compileReference} from './compileReference.ts'
import {compileScalar} from './compileScalar.ts'
import {partialDateFromText} from './partialDateFromText.ts'
import type {Place} from './place.ts'
import type {SchemaField} from './schemaTypes.ts'
import {schemaType} from './schemaTypes.ts'

/** A value of a seed file as the field's type stores it. Throws with the path when it does not fit. */
export function compileValue(value: unknown, field: SchemaField, place: Place): unknown {
  if (localizedValueType(field.type)) return compileLocalized(value, field.type, place)
  if (field.type === 'array') return compileArray(value, field, place)
  if (field.type === 'reference') return compileReference(value, field, place)
  if (field.type === 'partialDate' && typeof value !== 'object') {
    return partialDateFromText(String(value), place.path)
  }
  if (field.type === 'geopoint') return compileNamed(value, geopoint, place)
  const named = schemaType(field.type)
  return named ? compileNamed(value, named, place) : compileScalar(value, field, place)
}

function compileNamed(value: unknown, type: SchemaField, place: Place) {
  return {_type: type.name, ...compileObject(value, type, place)}
}

const geopoint = {
  name: 'geopoint',
  type: 'object',
  fields: [
    {name: 'lat', type: 'number'},
    {name: 'lng', type: 'number'},
  ],
}
