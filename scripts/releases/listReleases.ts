import type {Release} from '../publisher/releases/ledger/release.ts'
import type {Releases} from './readReleases.ts'
import {shortId} from './shortId.ts'
import {table} from './table.ts'

/** So many documents are named; the rest are counted. */
const NAMED_DOCUMENTS = 3

/** The releases that are kept, newest first: when and of what each was made, and which of them visitors get. */
export function listReleases({sites, ledger, live, pinned}: Releases): string {
  if (sites.length === 0) return 'Nothing has been released yet.'
  const row = (release: Release) => [
    shortId(release.id),
    [
      ...(release.sequence === live?.sequence ? ['live'] : []),
      ...(release.sequence === pinned?.sequence ? ['pinned'] : []),
    ].join(', '),
    moment(release.at),
    release.pages,
    release.changed,
    documents(ledger.documentsBehind(release.sequence)),
  ]
  return table([['release', '', 'made', 'pages', 'changed files', 'because of'], ...sites.map(row)])
}

/** In the time of this machine, `2026-11-23 10:42:07`: Swedes write it so. */
const moment = (at: string) => new Date(at).toLocaleString('sv-SE')

function documents(ids: readonly string[]) {
  const more = ids.length - NAMED_DOCUMENTS
  return ids.slice(0, NAMED_DOCUMENTS).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
