import type {PublisherEvent} from './publisherEvents.ts'

/** A build that runs, as far as it was told. Moments are milliseconds since 1970. */
export interface Build {
  /** Pages that are made, of those it makes. */
  done: number
  of: number
  at: number
  /** Where it was when it was heard of first. */
  first: {done: number; at: number}
}

/** What is known of the build after one more event; `undefined` when none runs, or nothing is known of it. */
export function buildAfter(
  build: Build | undefined,
  {type, data}: PublisherEvent,
  at: number,
): Build | undefined {
  if (type !== 'step') return undefined
  const {step, done, of} = readStep(data)
  if (step === 'render' && done !== undefined && of !== undefined) {
    const isSame = build?.of === of
    return {
      done: isSame ? Math.max(done, build.done) : done,
      of,
      at,
      first: isSame ? build.first : {done, at},
    }
  }
  const isBefore = step === 'snapshot' || step === 'affected' || step === 'render'
  return build && !isBefore ? {...build, done: build.of} : undefined
}

function readStep(data: string): {step?: unknown; done?: number; of?: number} {
  const told: unknown = parsed(data)
  if (typeof told !== 'object' || told === null) return {}
  const {step, done, of} = {step: undefined, done: undefined, of: undefined, ...told}
  return {
    step,
    ...(typeof done === 'number' && {done}),
    ...(typeof of === 'number' && {of}),
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** Less is no estimate. */
const LEAST_MS = 2000
const LEAST_PART = 0.01

/** Milliseconds until all pages are made, at the pace so far; `undefined` while too little is known, and once they are. */
export function msLeft({done, of, at, first}: Build): number | undefined {
  const made = done - first.done
  if (at - first.at < LEAST_MS || made < of * LEAST_PART || done >= of) return undefined
  return ((at - first.at) / made) * (of - done)
}
