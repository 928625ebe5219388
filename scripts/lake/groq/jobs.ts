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

/** Whether a listener's query selects a document as it was, and as it is, both as JSON; null where there is none. */
export interface MatchJob {
  kind: 'match'
  query: string
  params: Record<string, unknown>
  identity: string
  before: string | null
  after: string | null
}

export type Job = QueryJob | MatchJob

/** What comes out of a job: that it has begun, then the answer as UTF-8 JSON, what an ApiError is made of, or a fault. */
export interface Answer {
  hasBegun?: true
  /** How long the evaluation took. */
  ms?: number
  json?: Uint8Array<ArrayBuffer>
  failure?: {status: number; message: string; body: unknown}
  /** A fault of the lake’s own, with its stack. */
  fault?: string
}
