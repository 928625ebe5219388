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
  /** Tells it from all others of its tracker; counted from nought. */
  readonly number: number
  digest: string
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
  /** What it read, by number. */
  reads: Uint32Array
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
  /** Every input and answer by its number, and beside it, in lists of their own because millions of reads look there: */
  const sources: Read[] = []
  /** the number of the snapshot in which it last became what it is, */
  const changedIn: number[] = []
  /** and that of the snapshot it is known to be right for. */
  const checkedIn: number[] = []

  function add<Kind extends Read>(made: Kind, since: number, checked: number): Kind {
    sources.push(made)
    changedIn.push(since)
    checkedIn.push(checked)
    return made
  }

  function input(key: string): Input {
    const known = inputs.get(key)
    if (known) return known
    const because = [causeOf(key)]
    const digest = digestOf(key)
    const number = sources.length
    const made: Input = {kind: 'input', key, number, digest, because}
    inputs.set(key, made)
    return add(made, snapshot, ALWAYS)
  }

  function answer(key: string, compute: () => unknown): Answer {
    const known = answers.get(key)
    if (known) return known
    const made: Answer = {
      kind: 'answer',
      key,
      number: sources.length,
      digest: '',
      because: [],
      value: undefined,
      compute,
      reads: new Uint32Array(),
    }
    answers.set(key, made)
    return add(made, 0, 0)
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
    const since = checkedIn[asked.number] ?? 0
    if (since === snapshot) return
    const isNew = since === 0
    if (!isNew) {
      const changed = changedReads(asked.reads, since)
      if (changed.length === 0) return void (checkedIn[asked.number] = snapshot)
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
        changedIn[asked.number] = snapshot
      }
      asked.reads = numbersOf(reads)
      checkedIn[asked.number] = snapshot
    } finally {
      reads = before
    }
  }

  /** Which of these became something else after a snapshot. */
  function changedReads(numbers: Uint32Array, since: number): Read[] {
    const changed: Read[] = []
    for (const number of numbers) {
      const isUp = (checkedIn[number] ?? 0) >= snapshot || isBroughtUp(number)
      if (isUp && (changedIn[number] ?? 0) <= since) continue
      const read = sources[number]
      if (read) changed.push(read)
    }
    return changed
  }

  /** What cannot be answered any more has changed; whoever still asks is told why. */
  function isBroughtUp(number: number): boolean {
    const asked = sources[number]
    try {
      if (asked?.kind === 'answer') bringUp(asked)
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
    numbersOf,
    /** Reads by their numbers. */
    readsAt: (numbers: Uint32Array): Read[] =>
      Array.from(numbers, (number) => sources[number]).filter((read) => read !== undefined),
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
        changedIn[known.number] = snapshot
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

/** Of inputs, which nobody has to compute. */
const ALWAYS = 2 ** 30

/** Reads as numbers, which take little room. */
const numbersOf = (reads: Iterable<Read>) => Uint32Array.from(reads, ({number}) => number)
