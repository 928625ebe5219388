import type {Cause, Renderer, SitePage} from '@coworkmed/site/renderer'

import type {KeptPage} from './keptPages.ts'

/** A page to render, and why. */
export interface AffectedPage {
  page: SitePage
  because: readonly Cause[]
  /** The page as it is live, where nothing but its frame has changed. */
  frameOf?: KeptPage
}

/** The pages whose reads have changed, and those that are new; every page when the code is another. */
export function affectedPages(
  renderer: Renderer,
  kept: ReadonlyMap<string, KeptPage>,
  isSameCode: boolean,
): AffectedPage[] {
  return renderer.pages().flatMap((page) => {
    const before = kept.get(page.file)
    if (!before) return [{page, because: [cameOrWent(page.id ?? 'code')]}]
    if (!isSameCode) return [{page, because: [cameOrWent('code')]}]
    const stale = renderer.whyStale(before)
    if (!stale) return []
    const {because, inFrameAlone} = stale
    return [{page, because, ...(inFrameAlone ? {frameOf: before} : {})}]
  })
}

/** A document came or went as a whole, or the code of the site did. */
export const cameOrWent = (document: string): Cause => ({document, field: null, language: null})
