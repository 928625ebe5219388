import {isBlank} from '../isBlank.ts'
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
  /** What is asked of the members that fit, one beside the other. */
  together?: MembersCheck | undefined
}

/** A member that fits its type, and where it was written. */
export interface PlacedMember {
  member: unknown
  at: Place
}

/** Looks at members one beside the other; gives those that stay, changed or not. */
export type MembersCheck = (members: readonly PlacedMember[]) => readonly unknown[]

/** Far more than anybody writes by hand. */
const MOST_MEMBERS = 2000

/** Parses arrays member by member; what is of no type the array takes is left out. */
export const arrayParser =
  (shape: ArrayShape): Parser =>
  (value, place) => {
    if (!Array.isArray(value)) return leaveOut(place, expectations.list, value)
    const written: unknown[] = value
    const placed: PlacedMember[] = []
    if (written.length > MOST_MEMBERS) leaveOut(place, expectations.long, written.length)
    for (const [index, each] of written.slice(0, MOST_MEMBERS).entries()) {
      const at = inside(place, memberStep(each, index))
      const member = parseMember(each, at, shape, value)
      if (member !== undefined) placed.push({member, at})
    }
    const kept = shape.together?.(placed) ?? placed.map(({member}) => member)
    const isAsBefore =
      kept.length === written.length && kept.every((member, index) => member === written[index])
    return isAsBefore ? value : kept
  }

function parseMember(member: unknown, place: Place, {members, only}: ArrayShape, array: unknown) {
  if (isEmpty(member)) return leaveOut(place, expectations.empty, member)
  const parse = members.get(typeNameOf(member)) ?? (typeNameOf(member) === '' ? only : undefined)
  return parse ? parse(member, place, array) : leaveOut(place, expectations.member, member)
}

const isEmpty = (member: unknown) =>
  member === null || member === undefined || (typeof member === 'string' && isBlank(member))

/** What a member says it is; a bare value by its type in JSON, an object that does not say by the empty name. */
function typeNameOf(member: unknown): string {
  if (!isRecord(member)) return Array.isArray(member) ? 'array' : typeof member
  return typeof member._type === 'string' ? member._type : ''
}

/** Keeps the first of equal members. */
export const withoutTwice: MembersCheck = (members) => {
  const seen = new Set<string>()
  return members.flatMap(({member, at}) => {
    const same = isRecord(member) && '_ref' in member ? String(member._ref) : JSON.stringify(member)
    if (seen.has(same)) return leaveOut(at, expectations.twice, member) ?? []
    seen.add(same)
    return [member]
  })
}
