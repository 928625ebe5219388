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

/** Asks the publisher, through this Studio's own server. Never rejects: no answer is an answer too. */
export async function fetchReceipts({document, limit}: ReceiptQuery): Promise<ReceiptsAnswer> {
  const search = new URLSearchParams({limit: String(limit), ...(document ? {document} : {})})
  try {
    const response = await fetch(`/publisher/receipts?${search}`)
    const body = await response.text() // also where nobody reads it: until then the connection is taken
    if (isWithoutPublisher(response)) return {publisher: 'absent', receipts: []}
    if (!response.ok) return AWAY
    return {publisher: 'answers', receipts: parseReceipts(JSON.parse(body))}
  } catch {
    return AWAY
  }
}

const AWAY: ReceiptsAnswer = {publisher: 'away', receipts: []}

/** Other servers than ours, as `sanity dev`, answer every address with the Studio's page. */
function isWithoutPublisher(response: Response) {
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return response.status === 503 || (response.status < 500 && !isJson)
}
