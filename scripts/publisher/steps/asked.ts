import type {NamedDocument, Scope} from '../builder/protocol.ts'
import type {BuildRequest} from '../builder/startBuilder.ts'
import type {PendingDelivery} from '../inbox.ts'
import type {Line} from '../line.ts'
import {newestDeliveries} from '../newestDeliveries.ts'

/** What one publish is asked for. */
export interface Asked {
  deliveries: readonly PendingDelivery[]
  /** The newest delivery that this publish covers. */
  upTo: number
  request: BuildRequest
  /** In ms since 1970. */
  beganAt: number
}

type AskedParts = Pick<Line, 'inbox' | 'publishes' | 'siteNow'>

/** Looks at what waits, and makes the request for the builder of it. */
export function readAsked({inbox, publishes, siteNow}: AskedParts, scope: Scope): Asked {
  const beganAt = Date.now()
  const deliveries = inbox.pending()
  return {
    deliveries,
    upTo: deliveries.at(-1)?.sequence ?? 0,
    beganAt,
    request: {
      type: 'build',
      documents: namedDocuments(deliveries),
      scope,
      now: siteNow ?? new Date(beganAt).toISOString(),
      since: publishes.newest()?.release ?? null,
    },
  }
}

/**
 * Each document once, as far on as any webhook says. It is enough to name those that were delivered: the builder brings
 * up the others of their transactions too, which share the revision.
 */
function namedDocuments(deliveries: readonly PendingDelivery[]): NamedDocument[] {
  return [...newestDeliveries(deliveries).values()].map((delivery) => ({
    id: delivery.documentId,
    revision: delivery.revision,
    transaction: delivery.transactionId || null,
    at: delivery.transactionTime,
  }))
}
