import type {Line} from '../line.ts'

type StatusParts = Pick<Line, 'inbox' | 'publishes' | 'releases' | 'progress'>

/** `GET /status`: what is live since when, what waits, how the last publish ended, when the site changes by itself, what is held back. */
export function readStatus({inbox, publishes, releases, progress}: StatusParts) {
  const last = progress.last() ?? null
  const release = liveRelease({publishes, releases})
  return {
    release,
    pinned: releases.isPinned(),
    pending: inbox.pendingCount(),
    building: progress.isBuilding(),
    lastReceipt: last,
    health: last?.outcome === 'refused' ? 'failing' : release && last ? 'ok' : 'starting',
    nextChangeAt: progress.nextChangeAt(),
    heldBack: releases.heldBack(),
  }
}

function liveRelease({publishes, releases}: Pick<Line, 'publishes' | 'releases'>) {
  const id = releases.live()
  if (id === undefined) return null
  const isNewest = publishes.newest()?.release === id
  return {
    id,
    at: (isNewest && publishes.liveSince(id)) || releases.swappedAt(),
    pages: releases.release(id)?.pages ?? publishes.newestOf(id)?.pages ?? 0,
  }
}
