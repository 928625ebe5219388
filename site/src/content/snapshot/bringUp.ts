import {setTimeout as sleep} from 'node:timers/promises'

import type {SanityClient} from '@sanity/client'

import type {SiteDocument} from '../documents.ts'
import {fetchChangedBy, fetchDocuments, fetchRevisions} from './fetchDocuments.ts'
import type {Snapshot} from './openSnapshot.ts'

/** A document to bring up, and how far it must be: what a webhook says. */
export interface NamedDocument {
  id: string
  /** The revision it spoke of; `null` when the document was deleted. */
  revision: string | null
  /** When that happened, ISO 8601. */
  at: string
  /** The transaction it was part of: what else it changed is brought up with it. */
  transaction?: string | null
}

/**
 * Brings a snapshot up to the content as it is now: the named documents, or whatever differs by id and revision.
 * Adds to `keys` the inputs that may read differently, also when it fails half-way. Rejects when the backend does not answer, or stays behind a webhook.
 */
export function bringUp(
  snapshot: Snapshot,
  client: SanityClient,
  documents: readonly NamedDocument[] | 'all',
  keys: Set<string>,
): Promise<void> {
  return documents === 'all'
    ? bringUpAll(snapshot, client, keys)
    : bringUpNamed(snapshot, client, documents, keys)
}

/** Compares until nothing differs: what changes while documents come in is fetched too. */
async function bringUpAll(snapshot: Snapshot, client: SanityClient, keys: Set<string>) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const there = await fetchRevisions(client)
    const here = snapshot.revisions()
    const gone = [...here.keys()].filter((id) => !there.has(id))
    const changed = [...there].filter(([id, revision]) => here.get(id) !== revision)
    if (gone.length + changed.length === 0) return
    addAll(keys, snapshot.write([], gone))
    for (const ids of chunks(changed.map(([id]) => id))) {
      addAll(keys, writeFetched(snapshot, await fetchDocuments(client, ids)))
    }
  }
}

async function bringUpNamed(
  snapshot: Snapshot,
  client: SanityClient,
  documents: readonly NamedDocument[],
  keys: Set<string>,
) {
  const transactions = documents.flatMap(({transaction}) => transaction ?? [])
  const together = await fetchChangedBy(client, [...new Set(transactions)])
  const ids = [...new Set([...documents.map(({id}) => id), ...together])].filter(
    (id) => !/^(drafts|versions)\./.test(id),
  )
  for (const some of chunks(ids)) {
    const wanted = documents.filter(({id}) => some.includes(id))
    addAll(keys, writeFetched(snapshot, await fetchPast(client, some, wanted)))
  }
}

/** Fetches until every document is at or past what its webhook spoke of. */
async function fetchPast(
  client: SanityClient,
  ids: readonly string[],
  wanted: readonly NamedDocument[],
) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const fetched = await fetchDocuments(client, ids)
    const late = wanted.find((named) => isBehind(fetched.get(named.id), named))
    if (!late) return fetched
    await sleep(RETRY_MS)
  }
  throw new Error(
    `The content backend still gives an older state of ${ids.join(', ')} than its webhook spoke of. It is tried again.`,
  )
}

/** Times are compared by the second, as Sanity writes them; a document that is gone may have gone since. */
function isBehind(document: SiteDocument | undefined, {revision, at}: NamedDocument): boolean {
  if (!document || document._rev === revision) return false
  return Date.parse(document._updatedAt) + 999 < Date.parse(at)
}

function writeFetched(
  snapshot: Snapshot,
  fetched: ReadonlyMap<string, SiteDocument | undefined>,
): Set<string> {
  const documents = [...fetched.values()].filter((document) => document !== undefined)
  const gone = [...fetched].filter(([, document]) => !document).map(([id]) => id)
  return snapshot.write(documents, gone)
}

function* chunks(ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK)
}

function addAll(keys: Set<string>, more: Iterable<string>) {
  for (const key of more) keys.add(key)
}

/** Documents a request: memory stays flat however large the content. */
const CHUNK = 40
const ROUNDS = 10
const ATTEMPTS = 30
const RETRY_MS = 100
