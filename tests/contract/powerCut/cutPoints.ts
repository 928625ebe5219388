import {createHash} from 'node:crypto'

import {createDisk, type Left, type LeftFolder} from './createDisk.ts'
import type {RecordedCall} from './recordedCall.ts'
import type {RecordedLine} from './recordLine.ts'

/** A power cut: before which call, and what it leaves. */
export interface Cut {
  before: number
  left: Left
  disk: LeftFolder
}

const KINDS: readonly Left[] = ['synced', 'names', 'half']

/**
 * Power cuts of a recorded run: at `count` points spread over all calls that change the disk, and those that force it, each with one
 * kind of what is left in turn. Disks that are the same are given once.
 */
export function cutPoints({root, calls}: RecordedLine, count: number): Cut[] {
  const changing = calls.flatMap((call, index) => (call.kind === 'say' ? [] : index))
  const boundaries = changing.filter((index) => isSync(calls[index]))
  const points = new Map<number, Left[]>()
  for (const [list, kinds] of [
    [boundaries, KINDS],
    [changing, KINDS.slice(1)],
  ] as const)
    for (let n = 0; n < count / 2; n += 1) {
      const index = list[Math.floor(((n + 0.5) * list.length) / (count / 2))] ?? calls.length
      points.set(index, [...(points.get(index) ?? []), kinds[n % kinds.length] ?? 'synced'])
    }
  return [...cutsAt(root, calls, points)]
}

/** What is left for certain when power fails once all is done. */
export function cutAtEnd({root, calls}: RecordedLine): Cut {
  const disk = createDisk(root)
  for (const call of calls) disk.apply(call)
  return {before: calls.length, left: 'synced', disk: disk.cut('synced')}
}

const isSync = (call: RecordedCall | undefined) => call?.kind === 'sync' || call?.kind === 'syncAll'

function* cutsAt(
  root: string,
  calls: readonly RecordedCall[],
  points: ReadonlyMap<number, Left[]>,
) {
  const disk = createDisk(root)
  const seen = new Set<string>()
  for (const [before, call] of [...calls, undefined].entries()) {
    for (const left of new Set(points.get(before))) {
      const cut = disk.cut(left)
      const digest = digestOf(cut)
      if (!seen.has(digest)) yield {before, left, disk: cut}
      seen.add(digest)
    }
    if (call) disk.apply(call)
  }
}

function digestOf(folder: LeftFolder): string {
  const digest = createHash('sha256')
  for (const [name, node] of [...folder].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    digest.update(`${name}\0`)
    if (node instanceof Map) digest.update(digestOf(node))
    else digest.update('bytes' in node ? node.bytes : node.target)
  }
  return digest.digest('hex')
}
