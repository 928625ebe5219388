/** What an address was changed by: a part of a document, or the hour that struck. */
interface Cause {
  document: string
  /** `null` when the document as a whole came or went. */
  field: string | null
  /** `null` for facts, which have no language. */
  language: string | null
}

/** One address of the site that a publish changed. */
export interface AddressChange {
  address: string
  change: 'added' | 'changed' | 'removed'
  /** The language of the page; `null` for files that have none. */
  language: string | null
  /** The document the page is about; `null` for lists and other files. */
  document: string | null
  because: readonly Cause[]
}

/** Why a publish did not go live, and where to mend it. */
export interface Refusal {
  step: string
  message: string
  document: string | null
  field: string | null
  language: string | null
}

/** What became of one document in one language by one publish, as the publisher tells it. */
export interface Receipt {
  document: string
  documentType: string
  /** `null` when the document is gone. */
  revision: string | null
  /** Empty for a document that has no part in the pages of any language. */
  language: string
  /** When the backend took it, ISO 8601. */
  publishedAt: string
  outcome: 'live' | 'refused' | 'waiting'
  liveAt: string | null
  /** The document's own page in that language after the publish. */
  address: string | null
  /** The first of the addresses that changed because of this document. */
  changes: readonly AddressChange[]
  /** How many changed in all. */
  changed: number
  /** Milliseconds of each step. */
  steps: Readonly<Record<string, number>>
  refusal: Refusal | null
}

/** Reads the publisher's `{receipts}`, newest first. Throws where the answer is anything else. */
export function parseReceipts(answer: unknown): Receipt[] {
  return list(record(answer, 'the answer').receipts, 'receipts', parseReceipt)
}

function parseReceipt(value: unknown): Receipt {
  const receipt = record(value, 'a receipt')
  const changes = list(receipt.changes, 'changes', parseChange)
  return {
    document: text(receipt.document, 'document'),
    documentType: text(receipt.documentType, 'documentType'),
    revision: textOrNull(receipt.revision, 'revision'),
    language: text(receipt.language, 'language'),
    publishedAt: text(receipt.publishedAt, 'publishedAt'),
    outcome: oneOf(OUTCOMES, receipt.outcome, 'outcome'),
    liveAt: textOrNull(receipt.liveAt, 'liveAt'),
    address: textOrNull(receipt.address, 'address'),
    changes,
    changed: typeof receipt.changed === 'number' ? receipt.changed : changes.length,
    steps: numbers(record(receipt.steps, 'steps')),
    refusal: receipt.refusal === null ? null : parseRefusal(receipt.refusal),
  }
}

function parseChange(value: unknown): AddressChange {
  const change = record(value, 'a change')
  return {
    address: text(change.address, 'address'),
    change: oneOf(CHANGES, change.change, 'change'),
    language: textOrNull(change.language, 'language'),
    document: textOrNull(change.document, 'document'),
    because: list(change.because, 'because', parseCause),
  }
}

function parseCause(value: unknown): Cause {
  const cause = record(value, 'a cause')
  return {
    document: text(cause.document, 'document'),
    field: textOrNull(cause.field, 'field'),
    language: textOrNull(cause.language, 'language'),
  }
}

function parseRefusal(value: unknown): Refusal {
  const refusal = record(value, 'a refusal')
  return {
    step: text(refusal.step, 'step'),
    message: text(refusal.message, 'message'),
    document: textOrNull(refusal.document, 'document'),
    field: textOrNull(refusal.field, 'field'),
    language: textOrNull(refusal.language, 'language'),
  }
}

const OUTCOMES = ['live', 'refused', 'waiting'] as const
const CHANGES = ['added', 'changed', 'removed'] as const

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(name, value)
  }
  return {...value}
}

function list<Item>(value: unknown, name: string, parse: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw unexpected(name, value)
  return value.map((item: unknown) => parse(item))
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw unexpected(name, value)
  return value
}

const textOrNull = (value: unknown, name: string) => (value === null ? null : text(value, name))

function oneOf<Choice>(choices: readonly Choice[], value: unknown, name: string): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw unexpected(name, value)
  return found
}

const numbers = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    ),
  )

const unexpected = (name: string, value: unknown) =>
  new Error(`The publisher's receipts have something unexpected as ${name}: ${String(value)}.`)
