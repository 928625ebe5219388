import {badRequest} from '../errors.ts'

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'
const ID = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** Whether the id is that of a draft: `drafts.…`. */
export const isDraftId = (id: string) => id.startsWith(DRAFTS)

/** Whether the id is that of a version in a release: `versions.<release>.…`. */
const isVersionId = (id: string) => id.startsWith(VERSIONS)

/** Whether the id is that of a published document. */
export const isPublishedId = (id: string) => !isDraftId(id) && !isVersionId(id)

/** The id the document has, or would have, when published. */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice(DRAFTS.length)
  return isVersionId(id) ? id.split('.').slice(2).join('.') : id
}

/** The id of the draft that belongs to any version of a document. */
export const draftIdOf = (id: string) => `${DRAFTS}${publishedIdOf(id)}`

/** Throws 400 for an id Sanity would not accept. */
export function assertDocumentId(id: string) {
  if (ID.test(id)) return
  throw badRequest(
    `Malformed document ID: ${JSON.stringify(id.slice(0, 200))}. ` +
      'Use up to 128 letters, digits, dots, hyphens and underscores, starting with a letter, digit or underscore.',
  )
}
