import {fetchPublisher} from './fetchPublisher.ts'
import type {Receipt} from './parseReceipts.ts'
import {parseReceipts} from './parseReceipts.ts'

/** Which receipts to ask for; of all documents where none is named. */
export interface ReceiptQuery {
  document?: string | undefined
  limit: number
}

/** What the publisher told last, and whether it still answers. */
export interface ReceiptsAnswer {
  /** `asked`: nothing came back yet. `absent`: this Studio is served without a publisher. */
  publisher: 'asked' | 'answers' | 'away' | 'absent'
  /** Newest first. */
  receipts: readonly Receipt[]
}

/** The answer before there is any. */
export const NOTHING_YET: ReceiptsAnswer = {publisher: 'asked', receipts: []}

/** Asks the publisher for receipts. Never rejects: an answer that is none of its own counts as none. */
export async function fetchReceipts({document, limit}: ReceiptQuery): Promise<ReceiptsAnswer> {
  const search = new URLSearchParams({limit: String(limit), ...(document ? {document} : {})})
  const answer = await fetchPublisher(`/receipts?${search}`)
  if (answer.publisher !== 'answers') return {...answer, receipts: []}
  try {
    return {publisher: 'answers', receipts: parseReceipts(answer.body)}
  } catch {
    return {publisher: 'away', receipts: []}
  }
}
