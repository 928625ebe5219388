/** How patient a publisher is, in milliseconds. */
export interface Times {
  /** How long it must be quiet before a publish begins. */
  quiet: number
  /** The same when a publish began less than the longest wait ago: fifty publishes in a row become a few releases. */
  burstQuiet: number
  /** How long the first webhook of a burst waits at most. */
  longestWait: number
  /** How often everything is compared with the content: a lost webhook is late by this much. */
  reconcile: number
  /** When a refused publish is tried again by itself; twice as long after each further one. */
  retry: number
  longestRetry: number
  /** How often the wall clock is looked at. */
  clockCheck: number
  /** How long to wait before a moment that stays in the past is tried again. */
  stubbornClock: number
  /** When a builder that ended by itself is started again; twice as long after each further time. */
  restart: number
  longestRestart: number
  /** How long a builder may work without a sign of life. */
  stall: number
  /** How long a running build may take to end when the publisher is stopped: whoever stops it waits for ten seconds. */
  stop: number
  /** How long a stream of events may be quiet. */
  heartbeat: number
  /** How long it must be quiet after a release went live before afterwork takes the processor. */
  afterwork: number
  /** How long after a release went live old ones are removed. */
  sweep: number
  /** How long after the start, or after files were found damaged beyond repair, the live release is scrubbed. */
  scrubSoon: number
  /** How often it is scrubbed after that. */
  scrub: number
}

export const TIMES: Times = {
  quiet: 150,
  burstQuiet: 500,
  longestWait: 2000,
  reconcile: 60_000,
  retry: 5000,
  longestRetry: 60_000,
  clockCheck: 2000,
  stubbornClock: 60_000,
  restart: 500,
  longestRestart: 30_000,
  stall: 300_000,
  stop: 8000,
  heartbeat: 20_000,
  afterwork: 1000,
  sweep: 10_000,
  scrubSoon: 15_000,
  scrub: 3_600_000,
}
