import type {PathStep} from '@coworkmed/schemas/parse/finding'
import {isRecord} from '@coworkmed/schemas/isRecord'

/** A type of the Studio's schema, as far as finding the way to a field goes. */
export interface FormType {
  name: string
  jsonType: string
  /** The type it is made from; Sanity's own are made from `null`. */
  type?: FormType | null | undefined
  fields?: readonly {name: string; type: FormType}[]
  of?: readonly FormType[]
}

interface Place {
  value: unknown
  type: FormType
}

/**
 * The path to the input nearest to a value: all of its path where the form shows the value, and no step further than the
 * form has inputs where it does not, as for entries of a type it does not know. Unknown fields of the document keep their names.
 */
export function formPath(path: readonly PathStep[], document: object, type: FormType): PathStep[] {
  let place: Place = {value: document, type}
  for (const [index, step] of path.entries()) {
    const next = typeof step === 'string' ? fieldAt(place, step) : memberAt(place, step)
    if (!next) return path.slice(0, Math.max(index, 1))
    place = next
  }
  return [...path]
}

function fieldAt({value, type}: Place, name: string): Place | undefined {
  if (PARTS_WITHOUT_INPUT.some(([owner, parts]) => isMadeFrom(type, owner) && parts.includes(name)))
    return undefined
  const field = type.fields?.find((candidate) => candidate.name === name)
  return field && {type: field.type, value: isRecord(value) ? value[name] : undefined}
}

/** A paragraph and an image are edited as one, whatever they are made of. */
const PARTS_WITHOUT_INPUT: readonly (readonly [string, readonly string[]])[] = [
  ['block', ['children', 'style', 'listItem', 'level']],
  ['image', ['asset', 'crop', 'hotspot']],
]

const isMadeFrom = (type: FormType, name: string): boolean =>
  type.name === name || Boolean(type.type && isMadeFrom(type.type, name))

function memberAt({value, type}: Place, step: Exclude<PathStep, string>): Place | undefined {
  if (!Array.isArray(value)) return undefined
  const members: readonly unknown[] = value
  const member =
    typeof step === 'number'
      ? members[step]
      : members.find((each) => isRecord(each) && each._key === step._key)
  const found = memberType(member, type.of ?? [])
  const hasInput = typeof step === 'number' ? !isRecord(member) : isRecord(member)
  return found && hasInput ? {value: member, type: found} : undefined
}

function memberType(member: unknown, types: readonly FormType[]) {
  if (!isRecord(member)) return types.find(({jsonType}) => jsonType === typeof member)
  if (member._type !== undefined) return types.find(({name}) => name === member._type)
  return types.length === 1 ? types[0] : undefined
}
