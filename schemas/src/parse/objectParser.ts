import {isBlank} from '../isBlank.ts'
import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import {isSanitysOwn} from './knownFields.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'

/** The fields of an object type. */
export interface ObjectShape {
  /** What `_type` says; `undefined` for a field's own object, whose type is of the field. */
  type: string | undefined
  fields: ReadonlyMap<string, Parser>
  /** The fields without which the whole is left out, with what to say. */
  required: ReadonlyMap<string, string>
  /** Other fields are passed over without a word. */
  isOpen: boolean
}

/** Parses objects field by field. What no field of the type is, is left out. */
export const objectParser =
  (shape: ObjectShape): Parser =>
  (value, place) =>
    isRecord(value) ? parseObject(value, place, shape) : leaveOut(place, expectations.object, value)

function parseObject(value: Record<string, unknown>, place: Place, shape: ObjectShape) {
  const parsed = parseFields(value, place, shape)
  for (const [name, message] of shape.required) {
    if (parsed[name] !== undefined) continue
    if (isAbsent(value[name])) leaveOut(inside(place, name), message, value[name] ?? '')
    return undefined
  }
  if (shape.type === undefined || parsed._type === shape.type) return parsed
  return {...parsed, _type: shape.type}
}

/** The fields that fit; the object itself where all of them do. */
export function parseFields(
  value: Record<string, unknown>,
  place: Place,
  {fields, isOpen}: ObjectShape,
): Record<string, unknown> {
  let parsed = value
  for (const name of Object.keys(value)) {
    const isPassedOver = isOpen && !fields.has(name)
    const kept = isSanitysOwn(name)
      ? sanitysOwn(name, value)
      : isPassedOver
        ? undefined
        : parseField(name, value, place, fields)
    if (kept === value[name]) continue
    if (parsed === value) parsed = {...value}
    if (kept === undefined) delete parsed[name]
    else parsed[name] = kept
  }
  return parsed
}

function parseField(
  name: string,
  owner: Record<string, unknown>,
  place: Place,
  fields: ReadonlyMap<string, Parser>,
) {
  const value = owner[name]
  if (isAbsent(value)) return undefined
  const parse = fields.get(name)
  const at = inside(place, name)
  const parsed = parse ? parse(value, at, owner) : leaveOut(at, expectations.field, value)
  return isAbsent(parsed) ? undefined : parsed
}

/** Sanity has no `null`: programs that write one, or a blank text, mean that nothing is there. */
const isAbsent = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value))

/** What pages and snapshots go by; the rest of Sanity's own says nothing of the content. */
const sanitysOwn = (name: string, {[name]: value}: Record<string, unknown>) =>
  KEPT.has(name) && typeof value === 'string' ? value : undefined

const KEPT = new Set(['_id', '_type', '_key', '_rev', '_createdAt', '_updatedAt'])
