import {KEPT_MIDDLE} from '../src/content/keptMiddle.ts'

/**
 * The middle of a finished page, as it lies in its file: what stands in `<main>`. Tags with quotes are the layout's own,
 * since those of texts are written out; what follows the middle holds no attribute that anybody writes.
 */
function middleOf(page: Buffer): Buffer {
  const main = page.indexOf('<main id="main"')
  const end = page.lastIndexOf('</main>')
  if (main < 0 || end < main)
    throw new Error('Its file has no <main> as the layout of pages writes it.')
  return page.subarray(page.indexOf('>', main) + 1, end)
}

/** A page that was rendered without its middle, with that of its file before. Throws when either is no such page. */
export function withMiddleOf(page: string, before: Buffer): Buffer {
  const place = page.lastIndexOf(KEPT_MIDDLE)
  if (place < 0) throw new Error('It has no place for its middle: its layout is another.')
  const after = Buffer.from(page.slice(place + KEPT_MIDDLE.length))
  return Buffer.concat([Buffer.from(page.slice(0, place)), middleOf(before), after])
}
