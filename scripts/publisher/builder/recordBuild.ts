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

/** Whether a build of the release before has anything to be recorded: what pages read, which versions are shown or held back. */
export const isNews = (
  ledger: Ledger,
  shown: ReadonlyMap<string, string>,
  {changes, documents, heldBack}: Pick<FinishedBuild, 'changes' | 'documents' | 'heldBack'>,
): boolean =>
  changes.length > 0 ||
  changedRevisions(shown, documents).length > 0 ||
  JSON.stringify(heldBack) !== JSON.stringify(ledger.heldBack())

/**
 * Enters a release in the ledger: what it is made of and from, and why it differs from the one before, which showed documents
 * in these revisions. Gives those it shows.
 */
export function recordBuild(
  ledger: Ledger,
  renderer: Renderer,
  build: FinishedBuild,
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const {release, documents, changes, heldBack, ...about} = build
  ledger.recordRelease({
    ...about,
    id: release,
    madeFrom: contentDigest(documents),
    content: {
      heldBack,
      shown: changedRevisions(before, documents),
      versions: shownVersions(renderer, heldBack),
    },
    changes: changes.map((change) => ({
      ...change,
      reads: writeDependencies(change.pictures, renderer.writeReads(change.reads)),
    })),
  })
  return new Map(Array.from(documents, ([id, {revision}]) => [id, revision]))
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
