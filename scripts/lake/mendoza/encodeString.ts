import {STRING_APPEND_SLICE, STRING_APPEND_STRING, type RawPatch} from './opcodes.ts'

/** Below this many kept characters, the whole new string is shorter than a patch. */
const WORTHWHILE = 4

/**
 * What builds `to` from the beginning and end it shares with `from`, counted in UTF-8 bytes.
 * Null when the whole string is the better answer.
 */
export function encodeString(from: string, to: string): RawPatch | null {
  if (!from.isWellFormed() || !to.isWellFormed()) return null
  const start = sharedStart(from, to)
  const end = sharedEnd(from.slice(start), to.slice(start))
  if (start + end < WORTHWHILE) return null

  const head = Buffer.byteLength(from.slice(0, start))
  const size = Buffer.byteLength(from)
  const tail = Buffer.byteLength(from.slice(from.length - end))
  const middle = to.slice(start, to.length - end)
  return [
    ...(head > 0 ? [STRING_APPEND_SLICE, 0, head] : []),
    ...(middle === '' ? [] : [STRING_APPEND_STRING, middle]),
    ...(tail > 0 ? [STRING_APPEND_SLICE, size - tail, size] : []),
  ]
}

function sharedStart(a: string, b: string) {
  const limit = Math.min(a.length, b.length)
  let count = 0
  while (count < limit && a[count] === b[count]) count += 1
  return isInsidePair(a, count) || isInsidePair(b, count) ? count - 1 : count
}

function sharedEnd(a: string, b: string) {
  const limit = Math.min(a.length, b.length)
  let count = 0
  while (count < limit && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  const cuts = isInsidePair(a, a.length - count) || isInsidePair(b, b.length - count)
  return cuts ? count - 1 : count
}

/** Whether cutting before `index` would separate the two halves of one character. */
function isInsidePair(text: string, index: number) {
  return index > 0 && index < text.length && /^[\uDC00-\uDFFF]/.test(text.slice(index, index + 1))
}
