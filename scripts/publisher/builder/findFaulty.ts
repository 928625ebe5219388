import type {Renderer} from '@coworkmed/site/renderer'

import type {BuildFailure} from './buildFailure.ts'
import type {FailedPage} from './renderPages.ts'

interface Search {
  renderer: Pick<Renderer, 'hold' | 'admit' | 'documentsRead'>
  /** Makes what is affected by the present versions of documents, and gives the pages that fail. */
  attempt: () => Promise<readonly FailedPage[]>
  /** The documents that changed since the last release: one of them is at fault, or nobody is. */
  changed: readonly string[]
}

/**
 * Finds the documents that make pages fail, and holds them back: all that may be at fault are, until everything passes; then
 * they are shown again by halves, as far as everything still passes. Gives each that is held back, with why. Throws what
 * the first page says when holding back does not help: then no document that changed is at fault.
 */
export async function findFaulty(
  {renderer, attempt, changed}: Search,
  failures: readonly FailedPage[],
): Promise<Map<string, BuildFailure>> {
  const faulty = new Map<string, BuildFailure>()
  const [first] = failures
  if (!first) return faulty
  const suspects = await holdSuspects()
  const [suspect] = suspects
  if (suspect !== undefined && suspects.length === 1) faulty.set(suspect, first.why)
  else await admitByHalves(suspects)
  return faulty

  /** Those whose last good versions let everything pass: what failing pages read, else all. */
  async function holdSuspects() {
    const read = new Set(failures.flatMap(({page, reads}) => documentsOf(page.id, reads)))
    const near = changed.filter((id) => read.has(id))
    const held: string[] = []
    for (const some of [near, changed.filter((id) => !read.has(id))]) {
      if (some.length === 0) continue
      renderer.hold(some)
      held.push(...some)
      if ((await attempt()).length === 0) return held
    }
    renderer.admit(held)
    throw first?.why ?? new Error('A page failed.')
  }

  function documentsOf(id: string | null, reads: FailedPage['reads']) {
    const own = id === null ? [] : [id]
    return typeof reads === 'string' ? own : [...own, ...renderer.documentsRead(reads)]
  }

  async function admitByHalves(ids: readonly string[]): Promise<void> {
    const [only] = ids
    if (only === undefined) return
    renderer.admit(ids)
    const [failure] = await attempt()
    if (!failure) return
    renderer.hold(ids)
    if (ids.length === 1) {
      faulty.set(only, failure.why)
      await attempt()
      return
    }
    const half = Math.ceil(ids.length / 2)
    await admitByHalves(ids.slice(0, half))
    await admitByHalves(ids.slice(half))
  }
}
