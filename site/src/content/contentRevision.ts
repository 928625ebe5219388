import {shortDigest} from './shortDigest.ts'

/** Something that was read: what it is called, and what it was. */
interface Noted {
  key: string
  digest: string
}

/**
 * What a page was made from, in short: it says so in `<meta name="content-revision">`. Another one means that something
 * the page read is another; what it did not read leaves it alone.
 */
export const contentRevision = (reads: readonly Noted[]): string =>
  shortDigest(
    reads
      .map(({key, digest}) => `${key} ${digest}`)
      .toSorted()
      .join('\n'),
  )
