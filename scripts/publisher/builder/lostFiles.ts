import {existsSync} from 'node:fs'

import {filePath} from '../releases/storePaths.ts'
import type {KeptPage} from './keptPages.ts'

/** The files of a release whose bytes the store lacks: where they were damaged, it forgets them. By path. */
export const lostFiles = (
  releases: string,
  kept: ReadonlyMap<string, KeptPage>,
): ReadonlySet<string> => {
  const lost = [...kept.values()].filter(({hash}) => !existsSync(filePath(releases, hash)))
  return new Set(lost.map(({path}) => path))
}

/** The files of a release that need not be made anew where some are lost. A lost picture is made by a page that shows it. */
export function withoutLost(
  kept: ReadonlyMap<string, KeptPage>,
  lost: ReadonlySet<string>,
): ReadonlyMap<string, KeptPage> {
  if (lost.size === 0) return kept
  const whole = [...kept].filter(
    ([path, {pictures}]) => !lost.has(path) && !pictures.some((picture) => lost.has(picture)),
  )
  return new Map(whole)
}
