import type {Perspective} from './perspective.ts'

/** A query over one dataset. */
export interface QueryJob {
  kind: 'query'
  projectId: string
  dataset: string
  query: string
  params: Record<string, unknown>
  perspective: Perspective
  /** What `identity()` answers. */
  identity: string
}

/** What happened to one document; null is "did not exist" before, "deleted" after. */
interface Delta {
  before: object | null
  after: object | null
}

/** Whether a listener's query selects a document as it was, and as it is. */
export interface MatchJob extends Delta {
  kind: 'match'
  query: string
  params: Record<string, unknown>
  identity: string
}

/** What a webhook sends about a change, if its filter lets it through. */
export interface DeliveryJob extends Delta {
  kind: 'delivery'
  filter: string
  projection: string
}

export type Job = QueryJob | MatchJob | DeliveryJob

/** What goes into a worker and what comes out of it: the answer as UTF-8 JSON, or what an ApiError is made of. */
export interface WorkerMessage {
  json?: Uint8Array<ArrayBuffer>
  failure?: {status: number; message: string; body: unknown}
}
