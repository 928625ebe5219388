import type {Read} from './tracker.ts'

/** What a page of which nothing but the frame has changed takes over from before. */
export interface KeptMiddle {
  /** What stood in `<main>`, finished. */
  html: string
  /** All that the page read. */
  reads: readonly Read[]
}

/** Stands in the layout for a middle that is kept. */
export const KEPT_MIDDLE = '<!--kept middle-->'

/** The middle of a finished page: tags with quotes are the layout's own, since those of texts are written out. */
export function middleOf(page: string): string {
  const start = MAIN.exec(page)
  const end = page.lastIndexOf('</main>')
  if (!start || end < start.index)
    throw new Error('It has no <main> as the layout of pages writes it.')
  return page.slice(start.index + start[0].length, end)
}

const MAIN = /<main id="main"[^>]*>/

/** A page with its middle in place. What follows the middle holds no attribute that anybody writes. */
export function withMiddle(page: string, middle: string): string {
  const place = page.lastIndexOf(KEPT_MIDDLE)
  if (place < 0) throw new Error('It has no middle to keep: its layout is another.')
  return page.slice(0, place) + middle + page.slice(place + KEPT_MIDDLE.length)
}

/** What the whole page read. Throws when its frame reads something it did not read before: the middle alone may do so. */
export function readsWithKept(read: readonly Read[], kept: KeptMiddle): readonly Read[] {
  const other = read.find((each) => !kept.reads.includes(each))
  if (other) throw new Error(`Its frame now reads "${other.key}": ask for that in pageFrame.`)
  return kept.reads
}
