import {contentRevision} from '../src/content/contentRevision.ts'
import type {TrackedContent} from '../src/content/createContent.ts'
import {isFrameRead} from '../src/content/frameReads.ts'
import type {Answer, Cause, Read} from '../src/content/tracker.ts'
import {withOne} from '../src/content/withOne.ts'

/** What a page that was rendered before depends on. */
export interface KeptReads {
  /** Tells the page from all others. */
  path: string
  /** By the numbers of the tracker, or, of another process or an earlier start, in writing. */
  reads: Uint32Array | string
  /** The snapshot they are known to be right for. */
  checkedIn: number
}

/** A page that is not what it would be now. */
export interface Stale {
  because: readonly Cause[]
  /** Nothing that its middle reads has changed: see `KeptMiddle`. */
  inFrameAlone: boolean
}

/** What is meant by a line of reads in writing, and whether it is still so. */
interface Compared {
  read: Read
  isKnown: boolean
  isSame: boolean
}

/** Tells whether pages that were rendered before are still what they would be now. */
export function createFreshness(content: TrackedContent) {
  const {tracker} = content
  let lookedUp = {snapshot: 0, lines: new Map<string, Compared>()}

  /** The pages that may be stale, and must be looked at. */
  const doubtful = new Set<string>()
  /** Of each page what it was last known to read. */
  const lastKnown = new Map<string, KeptReads>()
  /** By the numbers of what can be read: the pages that read it, or did once. */
  const readers: (string[] | undefined)[] = []

  /** Why a page must be rendered again; `undefined` when nothing it read has changed. */
  function whyStale(kept: KeptReads): Stale | undefined {
    doubtReaders()
    if (lastKnown.get(kept.path) === kept && !doubtful.has(kept.path)) return undefined
    const {reads} = kept
    const changed =
      typeof reads === 'string'
        ? differing(kept, reads)
        : tracker.changedReads(reads, kept.checkedIn)
    if (changed.length > 0) {
      const inFrameAlone = changed.every(({key}) => isFrameRead(key))
      return {because: tracker.causesOf(changed), inFrameAlone}
    }
    kept.checkedIn = tracker.snapshot()
    enter(kept)
    return undefined
  }

  function doubtReaders() {
    for (const number of tracker.takeChanged())
      for (const path of readers[number] ?? []) doubtful.add(path)
  }

  /** A page that is as it should be is looked at again only when something it reads has changed. */
  function enter(kept: KeptReads) {
    const {path, reads} = kept
    doubtful.delete(path)
    const before = lastKnown.get(path)
    if (before === kept || typeof reads === 'string') return
    const entered = new Set(typeof before?.reads === 'object' ? before.reads : [])
    for (const number of reads)
      if (!entered.has(number)) readers[number] = withOne(readers[number], path)
    lastKnown.set(path, kept)
  }

  /** Finds what is meant by reads in writing, and compares. Most lines stand in many pages' reads: each is looked up once. */
  function differing(kept: KeptReads, written: string): Read[] {
    if (lookedUp.snapshot !== tracker.snapshot()) {
      lookedUp = {snapshot: tracker.snapshot(), lines: new Map()}
    }
    const compared = written.split('\n').map(lookUp)
    if (compared.every(({isKnown}) => isKnown))
      kept.reads = tracker.numbersOf(compared.map(({read}) => read))
    return compared.flatMap(({read, isSame}) => (isSame ? [] : [read]))
  }

  function lookUp(line: string): Compared {
    const known = lookedUp.lines.get(line)
    if (known) return known
    const {digest, key} = parseLine(line)
    const read = find(key)
    const isKnown = read !== undefined
    const made = {read: read ?? UNKNOWN, isKnown, isSame: read?.digest === digest}
    lookedUp.lines.set(line, made)
    return made
  }

  function find(key: string): Read | undefined {
    const parsed = /^(\w+)\((.*)\)$/.exec(key)
    if (!parsed) return tracker.find(key)
    const known = globalThis.siteQueries?.get(parsed[1] ?? '')
    const args: unknown = JSON.parse(`[${parsed[2]}]`)
    if (!known || !Array.isArray(args)) return undefined
    return tracker.find(key, () => known.compute(content, ...args.map(String)))
  }

  const noted = ({reads}: Pick<KeptReads, 'reads'>) =>
    typeof reads === 'string' ? reads.split('\n').map(parseLine) : tracker.readsAt(reads)

  return {
    whyStale,
    snapshotNumber: tracker.snapshot,
    /** The content revision of a page that was rendered before, from what it read. */
    revisionOf: (kept: Pick<KeptReads, 'reads'>): string => contentRevision(noted(kept)),
    /** Reads in writing, to be kept with a release or told to another process. */
    writeReads: (reads: KeptReads['reads']): string =>
      typeof reads === 'string' ? reads : tracker.readsAt(reads).map(writeLine).join('\n'),
  }
}

const writeLine = ({digest, key}: Read) => `${digest} ${key}`

function parseLine(line: string) {
  const [digest = '', ...key] = line.split(' ')
  return {digest, key: key.join(' ')}
}

const UNKNOWN: Answer = {
  kind: 'answer',
  key: '',
  number: -1,
  digest: '',
  mark: undefined,
  changedIn: 0,
  readers: undefined,
  value: undefined,
  failure: undefined,
  compute: () => undefined,
  checkedIn: 0,
  reads: [],
  because: [{document: 'code', field: null, language: null}],
}
