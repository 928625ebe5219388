import {contentRevision} from '../src/content/contentRevision.ts'
import type {TrackedContent} from '../src/content/createContent.ts'
import type {Cause, Read} from '../src/content/tracker.ts'
import {causesOf} from '../src/content/tracker.ts'

/** What a page that was rendered before depends on. */
export interface KeptReads {
  /** As they were noted, or, of another process or an earlier start, as `writeReads` wrote them. */
  reads: readonly Read[] | string
  /** The snapshot they are known to be right for. */
  checkedIn: number
}

/** Tells whether pages that were rendered before are still what they would be now. */
export function createFreshness(content: TrackedContent) {
  const {tracker} = content

  /** Why a page must be rendered again; `undefined` when nothing it read has changed. */
  function whyStale(kept: KeptReads): readonly Cause[] | undefined {
    const {reads} = kept
    const changed =
      typeof reads === 'string'
        ? differing(kept, reads)
        : tracker.changedReads(reads, kept.checkedIn)
    if (changed.length > 0) return causesOf(changed)
    kept.checkedIn = tracker.snapshot()
    return undefined
  }

  /** Finds what is meant by reads in writing, and compares. */
  function differing(kept: KeptReads, written: string): Read[] {
    const pairs = written.split('\n').map((line) => {
      const [digest = '', ...key] = line.split(' ')
      return {digest, read: find(key.join(' '))}
    })
    const found = pairs.flatMap(({read}) => (read ? [read] : []))
    if (found.length === pairs.length) kept.reads = found
    return pairs.flatMap(({digest, read}) =>
      read && read.digest === digest ? [] : [read ?? UNKNOWN],
    )
  }

  function find(key: string): Read | undefined {
    const parsed = /^(\w+)\((.*)\)$/.exec(key)
    if (!parsed) return tracker.find(key)
    const known = globalThis.siteQueries?.get(parsed[1] ?? '')
    const args: unknown = JSON.parse(`[${parsed[2]}]`)
    if (!known || !Array.isArray(args)) return undefined
    try {
      return tracker.find(key, () => known.compute(content, ...args.map(String)))
    } catch {
      return undefined // it cannot be answered any more: whoever still asks is told why
    }
  }

  return {whyStale, snapshotNumber: tracker.snapshot}
}

/** The content revision of a page that was rendered before, from what it read. */
export function revisionOf({reads}: KeptReads): string {
  if (typeof reads !== 'string') return contentRevision(reads)
  const noted = reads.split('\n').map((line) => {
    const [digest = '', ...key] = line.split(' ')
    return {digest, key: key.join(' ')}
  })
  return contentRevision(noted)
}

/** Reads as text, to be kept with a release. */
export const writeReads = (reads: readonly Read[]): string =>
  reads.map(({digest, key}) => `${digest} ${key}`).join('\n')

const UNKNOWN: Read = {
  kind: 'input',
  key: '',
  digest: '',
  changedIn: 0,
  because: [{document: 'code', field: null, language: null}],
}
