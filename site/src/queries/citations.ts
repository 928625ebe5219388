import type {Content} from '#content/createContent.ts'
import type {DocumentsByType, ReferenceTo, SiteDocument} from '#content/documents.ts'
import {sourcesWithin} from '#content/namedSources.ts'

type SourceReference = ReferenceTo<'source'>

/** A source as the foot of a page lists it. */
export interface Citation {
  number: number
  source: DocumentsByType['source']
}

/** Who says it, in short: the publisher, else the title. */
export const citedName = ({source}: Citation): string | undefined =>
  source.publisher ?? source.title ?? source.url

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
  const own = document ? content.sourcesOf(document._id) : []
  const ids = new Set([...own, ...sourcesWithin(beside)])
  const all = [...ids]
    .map((id) => content.get('source', {_ref: id}))
    .filter((source) => source !== undefined)
    .map((source, index) => ({number: index + 1, source}))
  const byId = new Map(all.map((citation) => [citation.source._id, citation]))
  return {all, of: (reference) => (reference ? byId.get(reference._ref) : undefined)}
}
