import type {Read} from './tracker.ts'

/** What is known of a page of which nothing but the frame has changed: its middle is not made again. */
export interface KeptMiddle {
  /** All that the page read. */
  reads: readonly Read[]
}

/** Stands in the page that is made, for the middle that is kept. */
export const KEPT_MIDDLE = '<!--kept middle-->'

/** What the whole page read. Throws when its frame reads something it did not read before: the middle alone may do so. */
export function readsWithKept(read: readonly Read[], {reads}: KeptMiddle): readonly Read[] {
  const other = read.find((each) => !reads.includes(each))
  if (other) throw new Error(`Its frame now reads "${other.key}": ask for that in pageFrame.`)
  return reads
}
