import {expectations} from './expectations.ts'
import type {Place} from './place.ts'
import {inside, leaveOut, memberStep} from './place.ts'

/** The members of a list with their places; what is no list or no member is left out. */
export function listMembers(value: unknown, place: Place): {member: unknown; at: Place}[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return leaveOut(place, expectations.list, value) ?? []
  return value.flatMap((member: unknown, index) => {
    const at = inside(place, memberStep(member, index))
    return member === null ? (leaveOut(at, expectations.empty, member) ?? []) : [{member, at}]
  })
}
