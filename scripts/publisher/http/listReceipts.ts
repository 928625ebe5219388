import {z} from 'zod'

import type {Receipts} from '../receipts/createReceipts.ts'
import {BadRequest} from './badRequest.ts'

const query = z.object({
  document: z.string().min(1).optional(),
  language: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

/** `GET /receipts?document=ID&language=fr&limit=50`: the newest that fit, newest first. */
export function listReceipts(receipts: Receipts, search: Record<string, string>) {
  const parsed = query.safeParse(search)
  if (!parsed.success) {
    throw new BadRequest('Ask with ?document=ID&language=fr&limit=50; limit is from 1 to 1000.')
  }
  return {receipts: receipts.find(parsed.data)}
}
