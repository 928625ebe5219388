import {isRecord} from '@coworkmed/schemas/isRecord'

import {compileValue} from './compileValue.ts'
import type {Place} from './place.ts'
import {within} from './place.ts'
import type {SchemaField} from './schemaTypes.ts'
import {schemaType} from './schemaTypes.ts'

/**
 * The members of a list. Objects get a stable `_key`: the one written, else the id referred to,
 * else the type and the number (`statement-2`). Throws when a key stands twice.
 */
export function compileArray(value: unknown, field: SchemaField, place: Place): unknown[] {
  const member = field.of?.[0]
  if (!Array.isArray(value) || !member) throw new Error(`${place.path}: write a list.`)
  const keys = value.map((item: unknown, index) => keyOf(item, member, index))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`${place.path}: the key "${twice}" stands twice.`)
  return value.map((item: unknown, index) => {
    const key = keys[index] ?? String(index)
    const compiled = compileValue(item, member, within(place, `[${key}]`))
    return isRecord(compiled) ? {_key: key, ...compiled} : compiled
  })
}

function keyOf(item: unknown, member: SchemaField, index: number) {
  if (isRecord(item) && typeof item._key === 'string') return item._key
  if (member.type === 'reference' && typeof item === 'string') return item
  return schemaType(member.type) ? `${member.type}-${index + 1}` : String(index)
}
