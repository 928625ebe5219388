import {hash} from 'node:crypto'

import type {Renderer} from '@coworkmed/site/renderer'

import type {Ledger} from '../releases/ledger/openLedger.ts'
import type {FileChange} from './changesOf.ts'
import {writeDependencies} from './keptPages.ts'

interface FinishedBuild {
  release: string
  /** The moment the pages were made for, ISO 8601. */
  at: string
  pages: number
  /** Digest of the site's code. */
  code: string
  documents: ReturnType<Renderer['documents']>
  nextChangeAt: string | null
  changes: readonly FileChange[]
}

/** Enters a release in the ledger: what it is made of and from, and why it differs from the one before. */
export function recordBuild(ledger: Ledger, renderer: Renderer, build: FinishedBuild): void {
  const {release, documents, changes, ...about} = build
  ledger.recordRelease({
    ...about,
    id: release,
    madeFrom: contentDigest(documents),
    changes: changes.map((change) => ({
      ...change,
      reads: writeDependencies(change.pictures, renderer.writeReads(change.reads)),
    })),
  })
}

/** Equal for equal ids and revisions. */
function contentDigest(documents: FinishedBuild['documents']) {
  const lines = Array.from(documents, ([id, {revision}]) => `${id} ${revision}\n`)
  return hash('sha256', lines.toSorted().join(''))
}
