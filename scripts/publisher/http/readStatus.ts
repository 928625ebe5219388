import type {Line} from '../line.ts'
import {problemOf, unreadable} from './problemOf.ts'

type StatusParts = Pick<Line, 'inbox' | 'publishes' | 'releases' | 'progress' | 'builder'>

/**
 * `GET /status`: what is live since when, what waits, how the last publish ended and when one succeeded last, what is
 * wrong, when the site changes by itself, what is held back. It answers even where the publisher's records cannot be read.
 */
export function readStatus({inbox, publishes, releases, progress, builder}: StatusParts) {
  const records = createReader()
  const last = progress.last() ?? null
  const release = records.read(() => liveRelease({publishes, releases}), null)
  const pending = records.read(() => inbox.pendingCount(), 0)
  const heldBack = records.read(() => releases.heldBack(), [])
  const pinned = records.read(() => releases.isPinned(), false)
  const hasRelease = records.read(() => releases.live(), undefined) !== undefined
  const {failure} = records
  const problem = failure
    ? unreadable(failure.error, hasRelease)
    : problemOf({progress, builder}, release !== null)
  return {
    release,
    pinned,
    pending,
    building: progress.isBuilding(),
    lastReceipt: last,
    lastSuccessAt: progress.lastSuccessAt(),
    builder: builder.state().state,
    health: problem ? 'failing' : release && last ? 'ok' : 'starting',
    problem,
    nextChangeAt: progress.nextChangeAt(),
    heldBack,
  }
}

/** Reads what can be read, and keeps why the first of the rest could not. */
function createReader() {
  const reader: {
    failure: {error: unknown} | undefined
    read: <Value>(read: () => Value, otherwise: Value) => Value
  } = {
    failure: undefined,
    read(read, otherwise) {
      try {
        return read()
      } catch (error) {
        reader.failure ??= {error}
        return otherwise
      }
    },
  }
  return reader
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
