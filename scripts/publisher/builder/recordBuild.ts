import {hash} from 'node:crypto'

import type {Renderer} from '@coworkmed/site/renderer'

import type {Ledger} from '../releases/ledger/openLedger.ts'
import type {FileChange} from './changesOf.ts'
import type {HeldDocument} from './heldDocuments.ts'
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
  heldBack: readonly HeldDocument[]
}

/** Enters a release in the ledger: what it is made of and from, and why it differs from the one before. */
export function recordBuild(ledger: Ledger, renderer: Renderer, build: FinishedBuild): void {
  const {release, documents, changes, heldBack, ...about} = build
  const shown = ledger.shownRevisions()
  ledger.recordRelease({
    ...about,
    id: release,
    madeFrom: contentDigest(documents),
    content: {
      heldBack,
      shown: changedRevisions(shown, documents),
      versions: shownVersions(renderer, heldBack),
    },
    changes: changes.map((change) => ({
      ...change,
      reads: writeDependencies(change.pictures, renderer.writeReads(change.reads)),
    })),
  })
}

function changedRevisions(
  before: ReadonlyMap<string, string>,
  documents: FinishedBuild['documents'],
) {
  const gone = [...before.keys()].filter((id) => !documents.has(id))
  const changed = [...documents].filter(([id, {revision}]) => before.get(id) !== revision)
  return [
    ...gone.map((id) => [id, null] as const),
    ...changed.map(([id, {revision}]) => [id, revision] as const),
  ]
}

const shownVersions = (renderer: Renderer, heldBack: readonly HeldDocument[]) =>
  heldBack.flatMap(({document: id, shown: revision}) =>
    revision === null ? [] : [{id, revision, document: renderer.shownDocument(id)}],
  )

/** Equal for equal ids and revisions. */
function contentDigest(documents: FinishedBuild['documents']) {
  const lines = Array.from(documents, ([id, {revision}]) => `${id} ${revision}\n`)
  return hash('sha256', lines.toSorted().join(''))
}
