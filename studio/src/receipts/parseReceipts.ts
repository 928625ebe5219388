import type {Finding} from '@coworkmed/schemas/parse/finding'

import {list, oneOf, record, text, textOrNull} from './jsonParts.ts'
import {parseFinding} from './parseFinding.ts'
import type {Refusal} from './parseRefusal.ts'
import {parseRefusal} from './parseRefusal.ts'

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
  /** `heldBack`: this document alone; `refused`: the whole publish; `waiting`: the site is held at an older state. */
  outcome: 'live' | 'refused' | 'heldBack' | 'waiting'
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
  /** What the site leaves out of the document. */
  findings: readonly Finding[]
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
    findings: list(receipt.findings ?? [], 'findings', parseFinding),
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

const OUTCOMES = ['live', 'refused', 'heldBack', 'waiting'] as const
const CHANGES = ['added', 'changed', 'removed'] as const

const numbers = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    ),
  )
