import {tombstone} from '../documents/tombstone.ts'
import {formerSlugLine} from './formerSlug.ts'
import {everySlug} from './lostSlugs.ts'

/** What a published document leaves behind when it is withdrawn at a moment (ISO): every address it answered at. */
export const tombstoneOf = (published: {_id: string; _type: string}, withdrawnAt: string) => ({
  _id: `tombstone-${published._id}`,
  _type: tombstone.name,
  formerType: published._type,
  addresses: everySlug(published).map(formerSlugLine),
  withdrawnAt,
})
