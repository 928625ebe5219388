import type {Receipt} from './parseReceipts.ts'

/** One document published once: its receipts, one for each language. */
export interface Publish {
  key: string
  document: string
  documentType: string
  revision: string | null
  publishedAt: string
  receipts: readonly Receipt[]
  /** What became of it: refused, held back or waiting if it is in any language. */
  outcome: Receipt['outcome']
  /** When the last of its languages went live. */
  liveAt: string | null
  /** Whether nothing newer is known of the document. */
  isNewest: boolean
}

/** Brings the receipts of one publish together. Takes and gives the newest first. */
export function publishesOf(receipts: readonly Receipt[]): Publish[] {
  const seen = new Set<string>()
  return [...Map.groupBy(receipts, keyOf)].flatMap(([key, group]) => {
    const [first] = group
    if (!first) return []
    const isNewest = !seen.has(first.document)
    seen.add(first.document)
    const counting = first.outcome === 'heldBack' ? [first] : oneForEachLanguage(group)
    const publishedAt = group.at(-1)?.publishedAt ?? first.publishedAt
    return [
      {key, ...aboutOf(first), publishedAt, receipts: counting, ...fateOf(counting), isNewest},
    ]
  })
}

/** Whether a document is held back by this publish, and by no later one. */
export const isHeldBackNow = ({isNewest, outcome}: Publish): boolean =>
  isNewest && outcome === 'heldBack'

/** A revision is published once, however often it is told; a document may be gone several times. */
const keyOf = ({document, revision, publishedAt}: Receipt) =>
  [document, revision ?? publishedAt].join(' ')

const aboutOf = ({document, documentType, revision}: Receipt) => ({
  document,
  documentType,
  revision,
})

/**
 * Told again when a publish was tried again, or made again by a new program of the site: then the newest counts, but
 * what is live has been so since it first was. While a document is held back, one receipt tells of all its languages.
 */
function oneForEachLanguage(receipts: readonly Receipt[]) {
  const counting = receipts.filter(({outcome}) => outcome !== 'heldBack')
  return [...Map.groupBy(counting, ({language}) => language).values()].flatMap((told) => {
    const [newest] = told
    return (
      (newest?.outcome === 'live' ? told.findLast(({outcome}) => outcome === 'live') : newest) ?? []
    )
  })
}

function fateOf(receipts: readonly Receipt[]) {
  const outcomes = receipts.map(({outcome}) => outcome)
  const outcome = WORST_FIRST.find((candidate) => outcomes.includes(candidate)) ?? 'live'
  const liveAt = receipts
    .flatMap((receipt) => receipt.liveAt ?? [])
    .toSorted()
    .at(-1)
  return {outcome, liveAt: outcome === 'live' ? (liveAt ?? null) : null}
}

const WORST_FIRST = ['refused', 'heldBack', 'waiting', 'live'] as const
