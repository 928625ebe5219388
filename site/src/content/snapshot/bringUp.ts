import {setTimeout as sleep} from 'node:timers/promises'

import type {SanityClient} from '@sanity/client'

import type {ParsedDocument} from '../parseDocument.ts'
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

/** How far to bring a snapshot up. */
export interface WantedContent {
  /** The documents that webhooks named. */
  documents: readonly NamedDocument[]
  /** Those alone, or also whatever else differs by id and revision. */
  scope: 'named' | 'everything'
}

/**
 * Brings a snapshot up to the content as it is now, at or past what every webhook spoke of.
 * Adds to `keys` the inputs that may read differently, also when it fails half-way. Rejects when the backend does not answer, or stays behind a webhook.
 */
export async function bringUp(
  snapshot: Snapshot,
  client: SanityClient,
  wanted: WantedContent,
  keys: Set<string>,
): Promise<void> {
  const {scope} = wanted
  await bringUpNamed(snapshot, client, wanted, keys)
  if (scope === 'everything') await bringUpDiffering(snapshot, client, keys)
}

/**
 * Compares until nothing differs: what changes while documents come in is fetched too. The list of revisions is a query,
 * which hosted Sanity may answer from a state some moments old; so the list only says what to look at, and each document,
 * asked for by its id, says what it is.
 */
async function bringUpDiffering(snapshot: Snapshot, client: SanityClient, keys: Set<string>) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const there = await fetchRevisions(client)
    const here = snapshot.revisions()
    const ids = [...new Set([...there.keys(), ...here.keys()])]
    const differing = ids.filter((id) => there.get(id) !== here.get(id))
    let hasNews = false
    for await (const fetched of fetchAll(client, differing)) {
      const news = new Map(
        [...fetched].filter(([id, found]) => found?.document._rev !== here.get(id)),
      )
      hasNews ||= news.size > 0
      addAll(keys, writeFetched(snapshot, news))
    }
    if (!hasNews) return
  }
}

/** Documents some at a time; the backend is asked for the next while these are dealt with. */
async function* fetchAll(client: SanityClient, ids: readonly string[]) {
  let ahead: ReturnType<typeof fetchDocuments> | undefined
  for (const some of chunks(ids)) {
    const before = ahead
    ahead = fetchDocuments(client, some)
    ahead.catch(() => undefined) // told when it is its turn
    if (before) yield before
  }
  if (ahead) yield ahead
}

async function bringUpNamed(
  snapshot: Snapshot,
  client: SanityClient,
  {documents, scope}: WantedContent,
  keys: Set<string>,
) {
  const transactions = documents.flatMap(({transaction}) => transaction ?? [])
  const together = await fetchChangedBy(client, [...new Set(transactions)])
  const ids = [...new Set([...documents.map(({id}) => id), ...together])].filter(
    (id) => !/^(drafts|versions)\./.test(id),
  )
  for (const some of chunks(ids)) {
    const wanted = documents.filter(({id}) => some.includes(id))
    const {fetched, late} = await fetchPast(client, some, wanted)
    if (late.length > 0 && scope === 'named') throw new Error(behind(late))
    addAll(keys, writeFetched(snapshot, fetched))
  }
}

/**
 * Fetches until every document is at or past what its webhook spoke of. A backend that was put back to an older state
 * never is: then those that are `late` are told, and a comparison of everything takes what there is.
 */
async function fetchPast(
  client: SanityClient,
  ids: readonly string[],
  wanted: readonly NamedDocument[],
) {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetchDocuments(client, ids)
    const late = wanted.filter((named) => isBehind(fetched.get(named.id), named))
    if (late.length === 0 || attempt === ATTEMPTS) return {fetched, late}
    await sleep(RETRY_MS)
  }
}

const behind = (late: readonly NamedDocument[]) =>
  `The content backend still gives an older state of ${late.map(({id}) => id).join(', ')} than its webhook spoke of. It is tried again.`

/** Times are compared by the second, as Sanity writes them; a document that is gone may have gone since. */
function isBehind(fetched: ParsedDocument | undefined, {revision, at}: NamedDocument): boolean {
  if (!fetched || fetched.document._rev === revision) return false
  return Date.parse(fetched.document._updatedAt) + 999 < Date.parse(at)
}

function writeFetched(
  snapshot: Snapshot,
  fetched: ReadonlyMap<string, ParsedDocument | undefined>,
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
