import type {SitePage} from '#queries/sitePages.ts'
import type {KeptMiddle} from './keptMiddle.ts'
import type {Read} from './tracker.ts'

/** What a page and whoever renders it hand each other. */
export interface PageLocals {
  /** What stands at the address that is being rendered. */
  page: SitePage
  /** Where nothing but the page's frame has changed: its middle is not made again. */
  kept?: KeptMiddle
  /** What the page read, once it is rendered. */
  reads?: readonly Read[]
  /** The same in short, as the page itself says it. */
  contentRevision?: string
  /** Takes the finished file past the response, which would only turn it into bytes and back. */
  takeFile?: (text: string) => void
  /** Why it could not be rendered: Astro itself answers 500 and says no more. */
  error?: unknown
}
