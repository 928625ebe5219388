import type {DatabaseSync} from 'node:sqlite'

import type {ReceiptDraft} from './receipt.ts'

/** Writes receipts of one publish; the caller holds the transaction. */
export function insertReceipts(
  database: DatabaseSync,
  publish: number,
  receipts: readonly ReceiptDraft[],
): void {
  const insert = database.prepare(
    `INSERT INTO receipts
       (publish, document, document_type, revision, language, transaction_id, published_at, address, content_revision, changes,
        changed, steps, refusal, findings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const receipt of receipts) {
    insert.run(
      publish,
      receipt.document,
      receipt.documentType,
      receipt.revision,
      receipt.language,
      receipt.transaction,
      receipt.publishedAt,
      receipt.address,
      receipt.contentRevision,
      JSON.stringify(receipt.changes),
      receipt.changed,
      JSON.stringify(receipt.steps),
      receipt.refusal && JSON.stringify(receipt.refusal),
      JSON.stringify(receipt.findings),
    )
  }
}
