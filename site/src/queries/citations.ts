import {isRecord} from '@coworkmed/schemas/isRecord'

import type {Content} from '#content/createContent.ts'
import type {DocumentsByType, DocumentType, ReferenceTo, SiteDocument} from '#content/documents.ts'
import {query} from '#content/query.ts'

type SourceReference = ReferenceTo<'source'>

/** A source as the foot of a page lists it. */
export interface Citation {
  number: number
  source: DocumentsByType['source']
}

/** The sources of one page, numbered in the order they are named, the document's own list first. */
export interface Citations {
  all: Citation[]
  /** The citation a fact points to; `undefined` when it has no source, or none that is published. */
  of(reference: SourceReference | undefined): Citation | undefined
}

/** Numbers every source a document names, wherever in it, and those of what its page shows beside it. */
export function citations(
  content: Content,
  document: SiteDocument | undefined,
  beside: readonly object[] = [],
): Citations {
  const own = document ? sourceIds(content, document._id, document._type) : []
  const ids = new Set(own)
  addSources(beside, false, ids)
  const all = [...ids]
    .map((id) => content.get<'source'>({_ref: id}))
    .filter((source) => source !== undefined)
    .map((source, index) => ({number: index + 1, source}))
  const byId = new Map(all.map((citation) => [citation.source._id, citation]))
  return {all, of: (reference) => (reference ? byId.get(reference._ref) : undefined)}
}

const sourceIds = query('sourceIds', (content: Content, id: string, type: DocumentType) => {
  const document: SiteDocument | undefined = content.get<DocumentType>({_ref: id})
  const ids = new Set<string>()
  if (document?._type !== type) return []
  if ('sources' in document) addSources(document.sources, true, ids)
  addSources(document, false, ids)
  return [...ids]
})

/** Adds the ids under the keys `source` and `sources`, at any depth. */
function addSources(value: unknown, isSource: boolean, ids: Set<string>): void {
  if (Array.isArray(value)) {
    for (const member of value) addSources(member, isSource, ids)
  } else if (isRecord(value)) {
    if (!isSource || !('_ref' in value)) addSourcesOfFields(value, ids)
    else if (typeof value._ref === 'string') ids.add(value._ref)
  }
}

function addSourcesOfFields(record: Record<string, unknown>, ids: Set<string>) {
  for (const name of Object.keys(record)) {
    addSources(record[name], name === 'source' || name === 'sources', ids)
  }
}
