import type {KeptReads} from '@coworkmed/site/renderer'

import type {Ledger} from '../releases/ledger/openLedger.ts'

/** A file of the last release, and what it depends on. */
export interface KeptPage {
  /** `fr/reunions/index.html`. */
  path: string
  hash: string
  language: string | null
  document: string | null
  /** What it read: see `KeptReads` of the renderer. */
  reads: KeptReads['reads']
  checkedIn: number
  /** What the page says it was made from; `undefined` until somebody asks, for a page that was rendered before a start. */
  contentRevision?: string | undefined
  /** The pictures it shows, as files of the release. */
  pictures: readonly string[]
}

/** The files of the newest release, as the ledger has them. */
export function readKeptPages(ledger: Ledger, sequence: number): Map<string, KeptPage> {
  const kept = new Map<string, KeptPage>()
  for (const {path, hash, language, document, reads} of ledger.pagesAt(sequence)) {
    const [pictures = '', ...lines] = reads.split('\n')
    kept.set(path, {
      path,
      hash,
      language,
      document,
      reads: lines.join('\n'),
      checkedIn: 0,
      pictures: pictures === '' ? [] : pictures.split(' '),
    })
  }
  return kept
}

/** What a page depends on, as the ledger keeps it: its pictures in the first line, then its reads. */
export const writeDependencies = (pictures: readonly string[], reads: string): string =>
  `${pictures.join(' ')}\n${reads}`
