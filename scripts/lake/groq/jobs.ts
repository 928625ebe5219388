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
export interface Delta {
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

export type Job = QueryJob | MatchJob

/** What comes out of a job: the answer as UTF-8 JSON, what an ApiError is made of, or a fault. */
export interface Answer {
  json?: Uint8Array<ArrayBuffer>
  failure?: {status: number; message: string; body: unknown}
  /** A fault of the lake’s own, with its stack. */
  fault?: string
}
