import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut, memberStep} from './place.ts'

/** What an array takes. */
export interface ArrayShape {
  /** By the name of the type; of bare values by that of the type in JSON. */
  members: ReadonlyMap<string, Parser>
  /** Of an array of one type, whose members need not say it. */
  only: Parser | undefined
  isUnique: boolean
}

/** Parses arrays member by member; what is of no type the array takes is left out. */
export const arrayParser =
  (shape: ArrayShape): Parser =>
  (value, place) => {
    if (!Array.isArray(value)) return leaveOut(place, expectations.list, value)
    const members: unknown[] = value
    const parsed = members.map((member, index) =>
      parseMember(member, inside(place, memberStep(member, index)), shape, value),
    )
    const kept = parsed.filter((member) => member !== undefined)
    const unique = shape.isUnique ? withoutTwice(kept, place) : kept
    const isAsBefore =
      unique.length === members.length && unique.every((member, index) => member === members[index])
    return isAsBefore ? value : unique
  }

function parseMember(member: unknown, place: Place, {members, only}: ArrayShape, array: unknown) {
  if (member === null || member === undefined) return leaveOut(place, expectations.empty, member)
  const parse = members.get(typeNameOf(member)) ?? (typeNameOf(member) === '' ? only : undefined)
  return parse ? parse(member, place, array) : leaveOut(place, expectations.member, member)
}

/** What a member says it is; a bare value by its type in JSON, an object that does not say by the empty name. */
function typeNameOf(member: unknown): string {
  if (!isRecord(member)) return Array.isArray(member) ? 'array' : typeof member
  return typeof member._type === 'string' ? member._type : ''
}

function withoutTwice(members: readonly unknown[], place: Place) {
  const seen = new Set<string>()
  return members.filter((member, index) => {
    const same = isRecord(member) && '_ref' in member ? String(member._ref) : JSON.stringify(member)
    if (!seen.has(same)) return Boolean(seen.add(same))
    leaveOut(inside(place, memberStep(member, index)), expectations.twice, member)
    return false
  })
}
