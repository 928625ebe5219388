import type {Line} from '../line.ts'
import {goLive} from '../steps/goLive.ts'

type UnpinParts = Pick<Line, 'releases' | 'publishes' | 'crashPoint' | 'onLive' | 'log'>

/** `POST /unpin`: the newest release goes live at once, with everything that waited, and publishes go live again. */
export function unpin(line: UnpinParts) {
  const {releases, publishes, log} = line
  releases.unpin()
  const newest = publishes.newest()
  if (newest && releases.has(newest.release)) goLive(line, newest.release)
  const release = releases.live() ?? null
  log.info({release}, 'unpinned')
  return {release, pinned: false}
}
