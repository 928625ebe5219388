import type {ContentDocument} from '../contentDocument.ts'
import type {FindHeldBack, HeldBackDocument} from './heldBackDocument.ts'

/**
 * The documents that would be held back once the checked ones are published: of these all, of those that are `published`
 * already the ones that are not held back now.
 */
export async function newlyHeldBack(
  checked: ReadonlyMap<string, ContentDocument>,
  published: ReadonlyMap<string, ContentDocument>,
  findHeldBack: FindHeldBack,
): Promise<HeldBackDocument[]> {
  const after = await findHeldBack([...new Map([...published, ...checked]).values()])
  if (after.every(({document}) => checked.has(document))) return after
  const before = await findHeldBack([...published.values()])
  const known = new Set(before.map(({document}) => document))
  return after.filter(({document}) => checked.has(document) || !known.has(document))
}
