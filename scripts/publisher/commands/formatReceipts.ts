import {formatTime} from './formatTime.ts'
import type {ReceiptAnswer} from './publisherAnswers.ts'

const HEADINGS = ['Published', 'Document', 'Language', 'Outcome', 'Changed', 'Address, or why not']

/** Receipts as a table for a person at a terminal. */
export function formatReceipts(receipts: readonly ReceiptAnswer[]): string {
  if (receipts.length === 0) return 'No receipts.'
  const rows = [HEADINGS, ...receipts.map(rowOf)]
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf(receipt: ReceiptAnswer) {
  const {publishedAt, document, language, changed, address} = receipt
  const where = receipt.refusal ? reasonOf(receipt.refusal) : (address ?? '–')
  return [
    formatTime(publishedAt),
    document,
    language || '–',
    outcomeOf(receipt),
    String(changed),
    where,
  ]
}

function outcomeOf({outcome, liveAt, publishedAt}: ReceiptAnswer) {
  if (outcome === 'heldBack') return 'held back'
  if (liveAt === null) return outcome === 'waiting' ? 'waits: pinned' : outcome
  return `live after ${Math.max(0, Date.parse(liveAt) - Date.parse(publishedAt))} ms`
}

function reasonOf({message, document, field, language}: NonNullable<ReceiptAnswer['refusal']>) {
  const place = [document, field, language].filter((part) => part !== null)
  return place.length > 0 ? `${message} (${place.join(', ')})` : message
}
