import type {Cause, KeptReads, Renderer, SitePage} from '@coworkmed/site/renderer'

import type {KeptPage} from './keptPages.ts'
import type {FailedPage} from './renderPages.ts'

/** A page as it was made before: live, or in this build. */
type EarlierPage = KeptReads & Pick<KeptPage, 'hash' | 'pictures'>

/** A page to render, and why. */
export interface AffectedPage {
  page: SitePage
  because: readonly Cause[]
  /** The page as it is, where nothing but its frame has changed. */
  frameOf?: EarlierPage
}

/** What is known of pages from before. */
export interface EarlierPages {
  /** As they are live, by file. */
  kept: ReadonlyMap<string, EarlierPage>
  /** As this build has tried them already. */
  tried: (file: string) => EarlierPage | FailedPage | undefined
  isSameCode: boolean
}

/** The pages whose reads have changed, and those that are new; every page when the code is another. */
export function affectedPages(
  renderer: Renderer,
  {kept, tried, isSameCode}: EarlierPages,
): AffectedPage[] {
  return renderer.pages().flatMap((page) => {
    const before = kept.get(page.file)
    const earlier = tried(page.file) ?? before
    if (!earlier) return [{page, because: [cameOrWent(page.id ?? 'code')]}]
    if (earlier === before && !isSameCode) return [{page, because: [cameOrWent('code')]}]
    const stale = renderer.whyStale(earlier)
    if (!stale) return []
    const {because, inFrameAlone} = stale
    return [
      {
        page,
        because,
        ...(inFrameAlone && 'pictures' in earlier && !('why' in earlier) ? {frameOf: earlier} : {}),
      },
    ]
  })
}

/** A document came or went as a whole, or the code of the site did. */
export const cameOrWent = (document: string): Cause => ({document, field: null, language: null})
