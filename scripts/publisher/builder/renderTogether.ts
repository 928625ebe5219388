import type {Renderer} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
import type {FailedPage, RenderedFile} from './renderPages.ts'
import {renderPages} from './renderPages.ts'
import type {HelperRenderer} from './startRenderHelper.ts'
import {startRenderHelper} from './startRenderHelper.ts'

interface RenderSettings {
  releases: string
  staticFiles: ReadonlySet<string>
  /** Where another process finds all of it; none when this is the only one that can. */
  helper?: HelperRenderer | undefined
}

/** From here on it is worth the time to start a process; */
const MANY_PAGES = 2000
/** and only for so much of the site: a helper knows none of the answers that are ready here, and has to find them all. */
const LARGE_SHARE = 1 / 3

/**
 * Renders pages, with a second process when they are many: each has half of the languages, whose pages share most of what
 * they read, and little with those of others. Each keeps its own pages: threads beside two busy processes slow them down.
 */
export async function renderTogether(
  renderer: Renderer,
  affected: readonly AffectedPage[],
  {helper, ...settings}: RenderSettings,
  onProgress: (done: number) => void,
): Promise<{rendered: RenderedFile[]; failed: FailedPage[]}> {
  const isLarge = affected.length > Math.max(MANY_PAGES, renderer.pages().length * LARGE_SHARE)
  if (!helper || !isLarge) return renderPages(renderer, affected, settings, onProgress)
  const done = {here: 0, there: 0}
  const tell = (part: Partial<typeof done>) => {
    Object.assign(done, part)
    onProgress(done.here + done.there)
  }
  const theirs = affected.filter(secondHalfOf(affected))
  const given = new Set(theirs)
  const ours = affected.filter((each) => !given.has(each))
  const pages = theirs.map(({page}) => page)
  const process = startRenderHelper({renderer: helper, pages, ...settings}, (there) =>
    tell({there}),
  )
  try {
    const here = await renderPages(renderer, ours, {...settings, keepsHere: true}, (own) =>
      tell({here: own}),
    )
    const there =
      (await process.done) ??
      (await renderPages(renderer, theirs, settings, (own) => tell({there: own})))
    return {
      rendered: [...here.rendered, ...there.rendered],
      failed: [...here.failed, ...there.failed],
    }
  } finally {
    await process.stop()
  }
}

/** Every other language; pages that keep their middle are quickly made here. */
function secondHalfOf(affected: readonly AffectedPage[]) {
  const locales = [...new Set(affected.flatMap(({page}) => page.locale ?? []))].toSorted()
  const half = new Set<string | null>(locales.filter((_, index) => index % 2 === 1))
  return ({page, frameOf}: AffectedPage) => !frameOf && half.has(page.locale)
}
