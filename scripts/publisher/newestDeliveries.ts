import type {PendingDelivery} from './inbox.ts'

/** Of each document the delivery that is furthest on: webhooks come twice, late and out of order. */
export function newestDeliveries(
  deliveries: readonly PendingDelivery[],
): ReadonlyMap<string, PendingDelivery> {
  const newest = new Map<string, PendingDelivery>()
  for (const delivery of deliveries) {
    const known = newest.get(delivery.documentId)
    if (!known || known.transactionTime <= delivery.transactionTime) {
      newest.set(delivery.documentId, delivery)
    }
  }
  return newest
}
