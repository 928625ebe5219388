import type {Renderer} from '@coworkmed/site/renderer'

import type {Attempts} from './createAttempts.ts'
import {findFaulty} from './findFaulty.ts'
import type {HeldDocument} from './heldDocuments.ts'
import {heldDocument, stillHeld} from './heldDocuments.ts'
import type {FailedPage} from './renderPages.ts'
import type {Steps} from './steps.ts'

interface VersionsOptions {
  renderer: Renderer
  attempts: Attempts
  /** What the last release holds back. */
  before: readonly HeldDocument[]
  /** The revision of each document as the last release shows it. */
  shown: ReadonlyMap<string, string>
  isSameCode: boolean
  retriesPictures: boolean
  /** ISO 8601. */
  now: string
  steps: Steps
}

/**
 * Makes the pages of the newest versions of all documents, except those with which they cannot be made: these are held back,
 * as they were in the last release. Gives the list of them. Rejects when pages fail and no document that changed is at fault.
 */
export async function showVersions(options: VersionsOptions): Promise<HeldDocument[]> {
  const {renderer, attempts, before, shown, isSameCode, now, steps} = options
  const kept = stillHeld(before, renderer, options)
  const keptIds = new Set(kept.map(({document}) => document))
  renderer.admit([...renderer.heldDocuments().keys()].filter((id) => !keptIds.has(id)))

  const failures = await attempt()
  if (failures.length === 0) return kept
  const revisions = renderer.revisions()
  const changed = renderer.changedDocuments().filter((id) => revisions.get(id) !== shown.get(id))
  const faulty = await findFaulty({renderer, attempt, changed}, failures)
  refuseFaultsOfCode(options, failures, faulty.size, changed.length)
  const since = (id: string) => before.find(({document}) => document === id)?.since ?? now
  const added = Array.from(faulty, ([document, why]) =>
    heldDocument(renderer, {document, why, since: since(document)}),
  )
  return [...kept, ...added].toSorted((a, b) => (a.document < b.document ? -1 : 1))

  async function attempt(): Promise<readonly FailedPage[]> {
    const affected = await steps.run('affected', () => attempts.affected(isSameCode))
    return steps.run('render', () => attempts.attempt(affected))
  }
}

/** More documents than anybody writes wrongly at once, where the code is new. */
const MANY = 3

/** When new code fails with all that it meets for the first time, it is the code: the site stays as it is. */
function refuseFaultsOfCode(
  {isSameCode}: VersionsOptions,
  [first]: readonly FailedPage[],
  faulty: number,
  changed: number,
) {
  if (!isSameCode && first && faulty > MANY && faulty === changed) throw first.why
}
