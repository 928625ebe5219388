import {badRequest} from '../errors.ts'
import {isRecord} from '../store/lakeDocument.ts'
import type {Insert, Patch} from './mutation.ts'

const QUOTED_OR_RANGE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(\d*):(\d*)/g

/** Applying a range takes work that grows with the square of its width. */
const WIDEST_RANGE = 2000

/**
 * The patch with the ranges of its paths cut to what the document has: `list[0:99999]` of three items is `list[0:3]`. Throws
 * 400 for one that is too wide all the same.
 */
export function withBoundedRanges(patch: Patch, document: unknown): Patch {
  const longest = longestList(document)
  const bound = (path: string) =>
    path.replaceAll(QUOTED_OR_RANGE, (part, from?: string, to?: string) =>
      from === undefined || to === undefined ? part : bounded(from, to, longest),
    )
  const {set, setIfMissing, unset, inc, dec, diffMatchPatch, insert} = patch
  return {
    ...patch,
    ...(set && {set: withKeys(set, bound)}),
    ...(setIfMissing && {setIfMissing: withKeys(setIfMissing, bound)}),
    ...(unset && {unset: unset.map(bound)}),
    ...(inc && {inc: withKeys(inc, bound)}),
    ...(dec && {dec: withKeys(dec, bound)}),
    ...(diffMatchPatch && {diffMatchPatch: withKeys(diffMatchPatch, bound)}),
    ...(insert && {insert: withPlace(insert, bound)}),
  }
}

function longestList(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce((most, one) => Math.max(most, longestList(one)), value.length)
  if (!isRecord(value)) return 0
  return Object.values(value).reduce<number>((most, one) => Math.max(most, longestList(one)), 0)
}

function bounded(from: string, to: string, longest: number) {
  const [start, end] = [least(from, longest), least(to, longest)]
  if (Number(end === '' ? longest : end) - Number(start) <= WIDEST_RANGE) return `${start}:${end}`
  throw badRequest(
    `A range of a patch may have ${WIDEST_RANGE} items. Name them by _key, or set the whole list.`,
  )
}

const least = (index: string, longest: number) =>
  index === '' ? '' : Math.min(Number(index), longest)

const withKeys = <Value>(operations: Record<string, Value>, change: (path: string) => string) =>
  Object.fromEntries(Object.entries(operations).map(([path, value]) => [change(path), value]))

function withPlace(insert: Insert, change: (path: string) => string): Insert {
  if ('before' in insert) return {...insert, before: change(insert.before)}
  if ('after' in insert) return {...insert, after: change(insert.after)}
  return {...insert, replace: change(insert.replace)}
}
