import {expectations} from './expectations.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'

/** An object of one of Sanity's own types, as it is but for fields that the type does not have. */
export function knownFields(
  value: Record<string, unknown>,
  place: Place,
  names: ReadonlySet<string>,
): Record<string, unknown> {
  const isKeyed = value._key === undefined || typeof value._key === 'string'
  const written = Object.keys(value)
  if (isKeyed && written.every((name) => names.has(name))) return value
  for (const name of written)
    if (!names.has(name) && !isSanitysOwn(name)) tellUnknown(name, value, place)
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => names.has(name) && (name !== '_key' || isKeyed)),
  )
}

/** Whether Sanity itself writes a field: that is no content, but for what a reference points to. */
export const isSanitysOwn = (name: string): boolean => name.startsWith('_') && name !== '_ref'

/** Notes a field that the site does not know. One without a value is no fault. */
function tellUnknown(name: string, owner: Record<string, unknown>, place: Place): void {
  const value = owner[name]
  if (value !== undefined && value !== null)
    leaveOut(inside(place, name), expectations.field, value)
}
