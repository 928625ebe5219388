import type {SanityClient} from '@sanity/client'

import {documentTypes} from '../documents.ts'
import type {ParsedDocument} from '../parseDocument.ts'
import {parseDocument} from '../parseDocument.ts'

/** The id and revision of every published document the site reads. */
export async function fetchRevisions(client: SanityClient): Promise<Map<string, string>> {
  const rows = await client.fetch<unknown>(REVISIONS, {types: documentTypes})
  if (!Array.isArray(rows)) {
    throw new Error(`The list of revisions is no list but ${typeof rows}. Check the API's address.`)
  }
  return new Map(rows.map(({_id, _rev}) => [String(_id), String(_rev)]))
}

const REVISIONS = '*[_type in $types]{_id, _rev}'

/** The documents that are as one of these transactions left them; a document's revision is its last transaction. */
export async function fetchChangedBy(
  client: SanityClient,
  transactions: readonly string[],
): Promise<string[]> {
  if (transactions.length === 0) return []
  const ids = await client.fetch<unknown>(CHANGED_BY, {transactions, types: documentTypes})
  return Array.isArray(ids) ? ids.map(String) : []
}

const CHANGED_BY = '*[_type in $types && _rev in $transactions]._id'

/** What became of each of these ids: the document, or `undefined` for one that is gone or of no type the site reads. */
export async function fetchDocuments(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, ParsedDocument | undefined>> {
  const answers: unknown[] = await client.getDocuments([...ids])
  return new Map(ids.map((id, index) => [id, parseDocument(answers[index])]))
}
