import {PAGE_FRAME} from '#content/frameReads.ts'
import {query} from '#content/query.ts'
import {siteFrame} from './siteSettings.ts'

/**
 * `siteFrame` for the layout alone. It is the only thing a page's frame reads, and its middle never does: a page for
 * which nothing else has changed keeps its middle.
 */
export const pageFrame = query(PAGE_FRAME, siteFrame)
