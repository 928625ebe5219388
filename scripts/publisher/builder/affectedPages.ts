import type {Cause, Renderer, SitePage} from '@coworkmed/site/renderer'

import type {KeptPage} from './keptPages.ts'

/** A page to render, and why. */
export interface AffectedPage {
  page: SitePage
  because: readonly Cause[]
}

/** The pages whose reads have changed, and those that are new; every page when the code is another. */
export function affectedPages(
  renderer: Renderer,
  kept: ReadonlyMap<string, KeptPage>,
  isSameCode: boolean,
): AffectedPage[] {
  return renderer.pages().flatMap((page) => {
    const because = whyAffected(page)
    return because ? [{page, because}] : []
  })

  function whyAffected(page: SitePage): readonly Cause[] | undefined {
    const before = kept.get(page.file)
    if (!before) return [cameOrWent(page.id ?? 'code')]
    if (!isSameCode) return [cameOrWent('code')]
    return renderer.whyStale(before)
  }
}

/** A document came or went as a whole, or the code of the site did. */
export const cameOrWent = (document: string): Cause => ({document, field: null, language: null})
