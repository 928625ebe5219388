import {hash} from 'node:crypto'

/** Something that was read: what it is called, and what it was. */
interface Noted {
  key: string
  digest: string
  /** Its part of every revision, once it was needed; of another digest it is another. */
  mark?: number | undefined
}

/**
 * What a page was made from, in short: it says so in `<meta name="content-revision">`. Another one means that something
 * the page read is another; what it did not read leaves it alone. It is a sum, since thousands of pages share most of
 * their reads: each is digested once for all of them.
 */
export function contentRevision(reads: readonly Noted[]): string {
  let sum = 0
  for (const read of reads) sum = (sum + (read.mark ??= markOf(read))) % MODULUS
  return sum.toString(16).padStart(DIGITS, '0')
}

const markOf = ({key, digest}: Noted) =>
  Number.parseInt(hash('sha256', `${key} ${digest}`).slice(0, DIGITS), 16)

/** 48 bits: sums of two are exact as numbers. */
const DIGITS = 12
const MODULUS = 2 ** 48
