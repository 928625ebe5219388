import {evaluateTree} from './evaluateTree.ts'
import {parseQuery} from './parseQuery.ts'

/** A change, and what a webhook asks of it: both are GROQ. */
interface DeliveryRequest {
  /** The document; null is "did not exist" before, "deleted" after. */
  before: object | null
  after: object | null
  filter: string
  projection: string
}

/** What a webhook sends about a change. */
export interface Delivery {
  matches: boolean
  body?: unknown
}

/**
 * Evaluates a webhook's filter and, where it lets the change through, its projection. Both see the document after
 * the change (before it, when deleted), `before()`, `after()` and `delta::…`; there are no other documents. Who sets up a
 * webhook answers for what it costs, so that this needs no process of its own.
 * @see https://www.sanity.io/docs/compute-and-ai/filters-in-webhooks
 */
export async function evaluateDelivery(request: DeliveryRequest): Promise<Delivery> {
  const {filter, projection, before, after} = request
  const context = {root: after ?? before, before, after, dataset: []}
  const evaluateDelta = (query: string) =>
    evaluateTree(parseQuery(query, {params: {}, mode: 'delta'}), context)

  if (filter !== '' && (await evaluateDelta(filter)) !== true) return {matches: false}
  return {matches: true, body: projection === '' ? after : await evaluateDelta(projection)}
}
