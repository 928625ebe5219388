import {shortDigest} from './shortDigest.ts'

/** Where a change began: a part of a document, or the hour. */
export interface Cause {
  document: string
  field: string | null
  language: string | null
}

/** Something that can be read, and that changes from one snapshot to the next. */
export interface Source {
  readonly key: string
  digest: string
  /** The number of the snapshot in which it last became what it is. */
  changedIn: number
  /** What made it so. */
  because: readonly Cause[]
}

/** A part of the content itself; nothing is computed. */
export interface Input extends Source {
  kind: 'input'
}

/** The result of a query, kept as long as nothing it read has changed. */
export interface Answer extends Source {
  kind: 'answer'
  value: unknown
  compute: () => unknown
  /** The number of the snapshot it is known to be right for. */
  checkedIn: number
  reads: readonly Read[]
}

export type Read = Input | Answer

interface TrackerOptions {
  /** What an input is now: equal digests mean equal reads. */
  digestOf: (key: string) => string
  /** How a change of an input is explained. */
  causeOf: (key: string) => Cause
}

/**
 * Knows what was read by whom, and after a change what has to be made again: answers are checked when they are asked
 * for, down to the parts of documents they came from, and made again only if one of these differs. An answer that
 * comes out as before ends the change there.
 * @see https://github.com/salsa-rs/salsa for the method: computing on demand, with early cut-off.
 */
export function createTracker({digestOf, causeOf}: TrackerOptions) {
  let snapshot = 1
  let reads: Set<Read> | undefined
  const inputs = new Map<string, Input>()
  const answers = new Map<string, Answer>()

  function input(key: string): Input {
    const known = inputs.get(key)
    if (known) return known
    const because = [causeOf(key)]
    const made: Input = {kind: 'input', key, digest: digestOf(key), changedIn: snapshot, because}
    inputs.set(key, made)
    return made
  }

  function answer(key: string, compute: () => unknown): Answer {
    const known = answers.get(key)
    if (known) return known
    const made: Answer = {
      kind: 'answer',
      key,
      digest: '',
      changedIn: 0,
      because: [],
      value: undefined,
      compute,
      checkedIn: 0,
      reads: [],
    }
    answers.set(key, made)
    return made
  }

  function ask<Value>(key: string, compute: () => Value): Value
  function ask(key: string, compute: () => unknown): unknown {
    const asked = answer(key, compute)
    bringUp(asked)
    reads?.add(asked)
    return asked.value
  }

  /** Makes an answer right for the present snapshot. */
  function bringUp(asked: Answer) {
    if (asked.checkedIn === snapshot) return
    const since = asked.checkedIn
    const isNew = since === 0
    if (!isNew) {
      const changed = changedReads(asked.reads, since)
      if (changed.length === 0) return void (asked.checkedIn = snapshot)
      asked.because = causesOf(changed)
    }
    const before = reads
    reads = new Set()
    try {
      const value = asked.compute()
      const digest = shortDigest(JSON.stringify(value) ?? '')
      if (isNew || digest !== asked.digest) {
        asked.value = value
        asked.digest = digest
        asked.changedIn = snapshot
      }
      asked.reads = [...reads]
      asked.checkedIn = snapshot
    } finally {
      reads = before
    }
  }

  /** Which of these became something else after a snapshot. */
  function changedReads(all: readonly Read[], since: number): Read[] {
    return all.filter((read) => !isUp(read) || read.changedIn > since)
  }

  /** What cannot be answered any more has changed; whoever still asks is told why. */
  function isUp(read: Read): boolean {
    try {
      if (read.kind === 'answer') bringUp(read)
      return true
    } catch {
      return false
    }
  }

  return {
    ask,
    /** An input by its name; the same as long as there is a tracker. */
    input,
    /** Notes that somebody reads an input. */
    note: (read: Input) => void reads?.add(read),
    readInput: (key: string) => void reads?.add(input(key)),
    changedReads,
    /** An input or an answer by its name, right for the present snapshot. */
    find(key: string, compute?: () => unknown): Read {
      if (!compute) return input(key)
      const found = answer(key, compute)
      bringUp(found)
      return found
    },
    /** The names of all inputs anybody read. */
    inputKeys: () => inputs.keys(),
    /** The number of the present snapshot. */
    snapshot: () => snapshot,
    /** Begins the next snapshot, in which these inputs may differ; those nobody read may be among them. */
    advance(keys: Iterable<string>) {
      snapshot += 1
      for (const key of keys) {
        const known = inputs.get(key)
        const digest = known && digestOf(key)
        if (!known || digest === known.digest) continue
        known.digest = digest ?? ''
        known.changedIn = snapshot
      }
    },
    /** Notes what is read from now on, until `stop` gives it: one page at a time. */
    record() {
      const own = new Set<Read>()
      reads = own
      return {
        stop(): readonly Read[] {
          if (reads === own) reads = undefined
          return [...own]
        },
      }
    },
  }
}

export type Tracker = ReturnType<typeof createTracker>

/** What made these change, each once; a handful is enough to explain it. */
export function causesOf(changed: readonly Source[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const cause of changed.flatMap(({because}) => because)) {
    causes.set(`${cause.document} ${cause.field} ${cause.language}`, cause)
    if (causes.size === CAUSES_KEPT) break
  }
  return [...causes.values()]
}

const CAUSES_KEPT = 12
