import {randomBytes} from 'node:crypto'

import {isRecord} from '../store/lakeDocument.ts'
import type {Insert, RequestedMutation} from './mutation.ts'

/** The mutation with a `_key` on every object in a list that has none. */
export function withArrayKeys(mutation: RequestedMutation): RequestedMutation {
  if ('create' in mutation) return {create: keyedFields(mutation.create)}
  if ('createIfNotExists' in mutation) {
    return {createIfNotExists: keyedFields(mutation.createIfNotExists)}
  }
  if ('createOrReplace' in mutation) return {createOrReplace: keyedFields(mutation.createOrReplace)}
  if (!('patch' in mutation)) return mutation
  const {set, setIfMissing, insert} = mutation.patch
  return {
    patch: {
      ...mutation.patch,
      ...(set && {set: keyedFields(set)}),
      ...(setIfMissing && {setIfMissing: keyedFields(setIfMissing)}),
      ...(insert && {insert: keyedInsert(insert)}),
    },
  }
}

const keyedInsert = (insert: Insert): Insert => ({...insert, items: insert.items.map(keyedItem)})

function keyedFields<Fields extends Record<string, unknown>>(fields: Fields): Fields {
  const keyed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) keyed[name] = keyedValue(value)
  return {...fields, ...keyed}
}

function keyedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keyedItem)
  return isRecord(value) ? keyedFields(value) : value
}

function keyedItem(item: unknown): unknown {
  if (!isRecord(item)) return keyedValue(item)
  const keyed = keyedFields(item)
  return typeof keyed['_key'] === 'string' ? keyed : {_key: newKey(), ...keyed}
}

const newKey = () => randomBytes(6).toString('hex')
