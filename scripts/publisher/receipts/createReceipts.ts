import type {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

import type {PendingDelivery} from '../inbox.ts'
import type {Receipt} from './receipt.ts'
import {findingSchema} from './findingSchema.ts'
import {refusalSchema, stepNameSchema} from './refusalSchema.ts'

/** Which receipts somebody asks for. */
export interface ReceiptQuery {
  document?: string | undefined
  language?: string | undefined
  limit: number
}

const json = z.string().transform((text): unknown => JSON.parse(text))
const change = z.object({
  address: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  language: z.string().nullable(),
  document: z.string().nullable(),
  because: z.array(
    z.object({
      document: z.string(),
      field: z.string().nullable(),
      language: z.string().nullable(),
    }),
  ),
})
const receiptRow = z.object({
  document: z.string(),
  documentType: z.string(),
  revision: z.string().nullable(),
  language: z.string(),
  transaction: z.string().nullable(),
  publishedAt: z.string(),
  outcome: z.enum(['live', 'refused', 'waiting', 'heldBack']),
  liveAt: z.string().nullable(),
  release: z.string().nullable(),
  address: z.string().nullable(),
  contentRevision: z.string().nullable(),
  changes: json.pipe(z.array(change)),
  changed: z.number(),
  steps: json.pipe(z.partialRecord(stepNameSchema, z.number())),
  swapMs: z.number().nullable(),
  findings: json.pipe(z.array(findingSchema)),
  refusal: z.union([z.null(), json.pipe(refusalSchema)]),
})

/** Reads receipts: of publishes that went live, wait, or were refused. */
export function createReceipts(database: DatabaseSync) {
  const find = database.prepare(
    `SELECT document, document_type AS documentType, revision, language, transaction_id AS "transaction",
       published_at AS publishedAt,
       CASE WHEN receipts.refusal IS NULL THEN state ELSE 'heldBack' END AS outcome,
       CASE WHEN receipts.refusal IS NULL THEN live_at END AS liveAt, release, address,
       content_revision AS contentRevision, changes, changed, steps, findings,
       swap_ms AS swapMs, coalesce(receipts.refusal, publishes.refusal) AS refusal
     FROM receipts JOIN publishes ON publishes.sequence = receipts.publish
     WHERE state IN ('live', 'waiting', 'refused')
       AND (:document IS NULL OR document = :document) AND (:language IS NULL OR language = :language)
     ORDER BY publish DESC, id LIMIT :limit`,
  )
  const told = database.prepare(
    `SELECT 1 FROM receipts JOIN publishes ON publishes.sequence = receipts.publish
     WHERE document = :document AND state IN ('prepared', 'live', 'waiting')
       AND (published_at >= :publishedAt OR revision = :revision) LIMIT 1`,
  )
  return {
    /** The newest receipts that fit, newest first. */
    find({document = undefined, language = undefined, limit}: ReceiptQuery): Receipt[] {
      return find
        .all({document: document ?? null, language: language ?? null, limit})
        .map((row) => {
          const {swapMs, steps, ...receipt} = receiptRow.parse(row)
          return {...receipt, steps: swapMs === null ? steps : {...steps, swap: swapMs}}
        })
    },
    /** Whether a receipt has told already of this state of the document, or of a later one. */
    hasTold: ({documentId, transactionTime, revision}: PendingDelivery) =>
      told.get({document: documentId, publishedAt: transactionTime, revision}) !== undefined,
  }
}

export type Receipts = ReturnType<typeof createReceipts>
