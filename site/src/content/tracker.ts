// Longer than most: inputs, answers, doubts and reads are one state, and each of its functions changes several of them.
import {isSystemError} from './isSystemError.ts'
import {shortDigest} from './shortDigest.ts'
import {withOne} from './withOne.ts'

/** Where a change began: a part of a document, or the hour. */
export interface Cause {
  document: string
  field: string | null
  language: string | null
}

/** Something that can be read, and that changes from one snapshot to the next. */
interface Source {
  readonly key: string
  /** Tells it from all others of its tracker; counted from nought. */
  readonly number: number
  digest: string
  /** See `contentRevision`. */
  mark: number | undefined
  /** The number of the snapshot in which it last became what it is. */
  changedIn: number
  /** The answers that read it, or did once. */
  readers: Answer[] | undefined
}

/** A part of the content itself; nothing is computed. */
export interface Input extends Source {
  kind: 'input'
}

/** The result of a query, kept as long as nothing it read has changed. */
export interface Answer extends Source {
  kind: 'answer'
  value: unknown
  /** What computing it threw: asked again, it is thrown again, until something that was read changes. */
  failure: unknown
  compute: () => unknown
  /** The number of the snapshot it was last looked at in; it is right for the present one unless it is doubted. */
  checkedIn: number
  /** What it read, by number: a few, for which a plain list is the smallest. */
  reads: readonly number[]
  /** What made it what it is; none for the first time. */
  because: readonly Cause[]
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
  const kinds = new Map<string, string[]>()
  /** Every input and answer by its number. */
  const sources: Read[] = []
  /** The answers that have not been looked at since something changed that they, or what they read, had read. */
  const doubted = new Set<Answer>()
  /** What became something else since it was last asked for: see `takeChanged`. */
  let changedLately = new Set<number>()

  function add<Kind extends Read>(made: Kind): Kind {
    sources.push(made)
    return made
  }

  function change(read: Read) {
    read.changedIn = snapshot
    read.mark = undefined
    changedLately.add(read.number)
  }

  /** Doubts every answer that an input reaches. */
  function doubt(changed: Input) {
    const waiting: Read[] = [changed]
    for (let read = waiting.pop(); read; read = waiting.pop()) {
      for (const reader of read.readers ?? []) {
        if (doubted.has(reader)) continue
        doubted.add(reader)
        waiting.push(reader)
      }
    }
  }

  function input(key: string): Input {
    const known = inputs.get(key)
    if (known) return known
    const digest = digestOf(key)
    const number = sources.length
    const made: Input = {
      kind: 'input',
      key,
      number,
      digest,
      mark: undefined,
      changedIn: snapshot,
      readers: undefined,
    }
    inputs.set(key, made)
    const kind = key.slice(0, key.indexOf(' '))
    const others = kinds.get(kind)
    if (others) others.push(key)
    else kinds.set(kind, [key])
    return add(made)
  }

  function answer(key: string, compute: () => unknown): Answer {
    const known = answers.get(key)
    if (known) return known
    const made: Answer = {
      kind: 'answer',
      key,
      number: sources.length,
      digest: '',
      mark: undefined,
      changedIn: 0,
      readers: undefined,
      because: [],
      value: undefined,
      failure: undefined,
      compute,
      checkedIn: 0,
      reads: [],
    }
    answers.set(key, made)
    return add(made)
  }

  function ask<Value>(key: string, compute: () => Value): Value
  function ask(key: string, compute: () => unknown): unknown {
    const asked = answer(key, compute)
    bringUp(asked)
    reads?.add(asked)
    if (asked.failure !== undefined) throw asked.failure
    return asked.value
  }

  /** Makes an answer right for the present snapshot. */
  function bringUp(asked: Answer) {
    const isNew = asked.checkedIn === 0
    if (!isNew) {
      if (!doubted.has(asked)) return
      const changed = changedReads(asked.reads, asked.checkedIn)
      if (changed.length === 0) return void settle(asked)
      asked.because = causesOf(changed)
    }
    const before = reads
    reads = new Set()
    try {
      const {value, failure} = outcomeOf(asked)
      const digest = shortDigest(
        failure === undefined ? (JSON.stringify(value) ?? '') : `failed ${failure}`,
      )
      if (isNew || digest !== asked.digest) {
        asked.value = value
        asked.failure = failure
        asked.digest = digest
        change(asked)
      }
      enterReader(asked, reads)
      asked.reads = Array.from(reads, ({number}) => number)
      settle(asked)
    } finally {
      reads = before
    }
  }

  /** What computing an answer gives, or throws. What no content is to blame for is not remembered. */
  function outcomeOf({compute}: Answer): {value?: unknown; failure?: unknown} {
    try {
      return {value: compute()}
    } catch (failure) {
      if (isSystemError(failure)) throw failure
      return {failure: failure ?? new Error('Something threw nothing.')}
    }
  }

  function enterReader(asked: Answer, all: ReadonlySet<Read>) {
    const entered = new Set(asked.reads)
    for (const read of all)
      if (!entered.has(read.number)) read.readers = withOne(read.readers, asked)
  }

  function settle(asked: Answer) {
    asked.checkedIn = snapshot
    doubted.delete(asked)
  }

  /** Which of these became something else after a snapshot; an answer that fails now did. */
  function changedReads(numbers: Iterable<number>, since: number): Read[] {
    const changed: Read[] = []
    for (const number of numbers) {
      const read = sources[number]
      if (read?.kind === 'answer') bringUp(read)
      if (read && read.changedIn > since) changed.push(read)
    }
    return changed
  }

  /** What made these change, each once; a handful is enough to explain it. */
  function causesOf(changed: readonly Read[]): Cause[] {
    const causes = new Map<string, Cause>()
    for (const cause of changed.flatMap(because)) {
      causes.set(`${cause.document} ${cause.field} ${cause.language}`, cause)
      if (causes.size === CAUSES_KEPT) break
    }
    return [...causes.values()]
  }

  const because = (read: Read) => (read.kind === 'input' ? [causeOf(read.key)] : read.because)

  /** The numbers of what became something else since this was last asked. */
  function takeChanged(): ReadonlySet<number> {
    for (const asked of doubted) bringUp(asked)
    const taken = changedLately
    changedLately = new Set()
    return taken
  }

  return {
    ask,
    /** An input by its name; the same as long as there is a tracker. */
    input,
    /** Notes that somebody reads an input. */
    note: (read: Input) => void reads?.add(read),
    readInput: (key: string) => void reads?.add(input(key)),
    changedReads,
    causesOf,
    takeChanged,
    numbersOf,
    /** Reads by their numbers. */
    readsAt: (numbers: Uint32Array): Read[] =>
      Array.from(numbers, (number) => sources[number]).filter((read) => read !== undefined),
    /** The names of the inputs behind reads, those of answers included; what stands behind some answers may be left out. */
    inputsBehind(numbers: Iterable<number>, isLeftOut: (key: string) => boolean): string[] {
      const found = new Set<Read>()
      const waiting = [...numbers]
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        const read = sources[number]
        if (!read || found.has(read) || isLeftOut(read.key)) continue
        found.add(read)
        if (read.kind === 'answer') waiting.push(...read.reads)
      }
      return [...found].flatMap(({kind, key}) => (kind === 'input' ? [key] : []))
    },
    /** An input or an answer by its name, right for the present snapshot. */
    find(key: string, compute?: () => unknown): Read {
      if (!compute) return input(key)
      const found = answer(key, compute)
      bringUp(found)
      return found
    },
    /** The names of all inputs anybody read, or of those whose names begin with a word. */
    inputKeys: (kind?: string): Iterable<string> =>
      kind === undefined ? inputs.keys() : (kinds.get(kind) ?? []),
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
        change(known)
        doubt(known)
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

const CAUSES_KEPT = 12

/** Reads as numbers, which take little room. */
const numbersOf = (reads: Iterable<Read>) => Uint32Array.from(reads, ({number}) => number)
