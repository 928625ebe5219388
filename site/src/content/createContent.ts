import type {DocumentsByType, DocumentType, ReferenceTo, SiteDocument} from './documents.ts'
import type {Snapshot} from './parseSnapshot.ts'

/** All that pages may read. Nothing else gives them content, so that every read can be recorded. */
export interface Content {
  /** The document a reference points to; `undefined` when it is not published. */
  get<Type extends DocumentType>(
    reference: ReferenceTo<Type> | null | undefined,
  ): DocumentsByType[Type] | undefined
  /** What `project` makes of each document of a type, in the order of ids; `undefined` leaves one out. */
  list<Type extends DocumentType, Projected>(
    type: Type,
    project: (document: DocumentsByType[Type]) => Projected | undefined,
  ): Projected[]
  /** The moment the pages are made for (ISO 8601, UTC): an input, never the clock of the machine. */
  now(): string
}

/** Content over one snapshot, as of one moment. */
export function createContent(snapshot: Snapshot, now: string): Content {
  const byId = new Map(snapshot.map((document) => [document._id, document]))
  const byType = Map.groupBy(snapshot, (document) => document._type)

  function get<Type extends DocumentType>(
    reference: ReferenceTo<Type> | null | undefined,
  ): DocumentsByType[Type] | undefined
  function get(reference: {_ref: string} | null | undefined): SiteDocument | undefined {
    return reference ? byId.get(reference._ref) : undefined
  }

  function list<Type extends DocumentType, Projected>(
    type: Type,
    project: (document: DocumentsByType[Type]) => Projected | undefined,
  ): Projected[] {
    return (byType.get(type) ?? [])
      .filter((document) => isOfType(document, type))
      .map((document) => project(document))
      .filter((projected) => projected !== undefined)
  }

  return {get, list, now: () => now}
}

function isOfType<Type extends DocumentType>(
  document: SiteDocument,
  type: Type,
): document is DocumentsByType[Type] {
  return document._type === type
}
