import {everySlug, formerSlugsOf, without} from '@coworkmed/schemas/localized/lostSlugs'
import {tombstoneOf} from '@coworkmed/schemas/localized/tombstoneOf'
import type {Mutation, SanityDocument} from '@sanity/client'

import {formerSlugPatches} from './formerSlugPatches.ts'

/** A page that is to leave the site. */
export interface Withdrawal {
  published: SanityDocument
  draft: SanityDocument | undefined
  /** ISO. */
  at: string
}

/**
 * The mutations, all or none, that take a page off the site and leave its tombstone. Its text stays as a draft, which
 * remembers the addresses, so that they lead to the page should it come back.
 */
export function unpublishing({published, draft, at}: Withdrawal): Mutation[] {
  const {_rev, _updatedAt, ...text} = published
  const draftId = `drafts.${published._id}`
  const known = formerSlugsOf(draft ?? published)
  const patches = formerSlugPatches(without(everySlug(published), known))
  return [
    unchanged(published),
    {createIfNotExists: {...text, _id: draftId}},
    ...patches.map((patch) => ({patch: {...patch, id: draftId}})),
    {createOrReplace: tombstoneOf(published, at)},
    {delete: {id: published._id}},
  ]
}

/** The mutations, all or none, that delete a page with its draft and the other versions named, and leave its tombstone. */
export const deleting = (
  {published, draft, at}: Withdrawal,
  versionIds: readonly string[],
): Mutation[] => [
  unchanged(published),
  {createOrReplace: tombstoneOf(published, at)},
  ...idsOf([...versionIds, draft?._id, published._id]).map((id) => ({delete: {id}})),
]

/** Refuses the whole when somebody has published another version since: the tombstone would not know its addresses. */
const unchanged = ({_id, _rev}: SanityDocument) => ({
  patch: {id: _id, ifRevisionID: _rev, unset: ['_nothing']},
})

const idsOf = (ids: readonly (string | undefined)[]) => [
  ...new Set(ids.filter((id) => id !== undefined)),
]
