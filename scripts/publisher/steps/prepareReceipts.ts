import type {Built} from '../builder/protocol.ts'
import type {Line} from '../line.ts'
import {receiptsOf} from '../receipts/receiptsOf.ts'
import type {Asked} from './asked.ts'

/**
 * Keeps the receipts of a build before it may go live: a crash after the swap then leaves none to be made up.
 * Resolves to the documents they are of; to nothing, and nothing is written, when the build brought nothing new.
 */
export async function prepareReceipts(
  {publishes, receipts}: Pick<Line, 'publishes' | 'receipts'>,
  {deliveries, beganAt}: Asked,
  built: Built,
): Promise<string[] | undefined> {
  const untold = deliveries.filter((delivery) => !receipts.hasTold(delivery))
  const drafts = receiptsOf({deliveries: untold, built, beganAt})
  const {release, pages} = built
  if (drafts.length === 0 && publishes.newest()?.release === release) return undefined
  await publishes.prepare({release, pages, at: new Date().toISOString()}, drafts)
  return [...new Set(drafts.map(({document}) => document))]
}
