import {actionError, badRequest, notImplemented} from '../errors.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {isPublishedId, publishedIdOf} from '../transactions/documentIds.ts'
import type {Read} from './action.ts'

/** The document, or 409: the action is about something that is not there. */
export function existing(read: Read, id: string): LakeDocument {
  const document = read(id)
  if (document) return document
  throw actionError(409, `Document "${id}" does not exist. It may have been published or deleted.`)
}

/** Throws 409 unless the document has the revision the client has seen; no expectation is always met. */
export function assertRevision(id: string, document: LakeDocument | null, expected?: string) {
  if (expected === undefined || document?._rev === expected) return
  const actual = document ? `revision "${document._rev}"` : 'no document'
  throw actionError(409, `Document "${id}" has ${actual}, expected "${expected}". Fetch it anew.`)
}

/** Throws 400 unless one id is the draft, or a version, of the other. */
export function assertPair(versionId: string, publishedId: string) {
  if (!isPublishedId(versionId) && publishedIdOf(versionId) === publishedId) return
  throw badRequest(`"${versionId}" is not a draft or version of "${publishedId}".`)
}

/** Throws 501 when history is to be deleted: the log is append-only. */
export function assertNoPurge(purge: boolean | undefined) {
  if (purge) throw notImplemented('the option purge: its history is append-only')
}
