import type {Store} from '../store/createStore.ts'
import {EDIT_WINDOW_MS} from '../store/log/standIns.ts'

const DAY_MS = 24 * 60 * 60_000

export interface Thinning {
  /** Drafts that went since stay as they are: a Studio that was closed for a while still hears what it missed. */
  freshMs: number
  historyDays: number
}

/** Thins what is due, a little each time it is asked to go on. `now` is the present. */
export function* thinningPasses(store: Store, now: Date, {freshMs, historyDays}: Thinning) {
  yield* store.thinOlder('edits', {now, ageMs: freshMs, windowMs: EDIT_WINDOW_MS})
  const ageMs = Math.max(freshMs, historyDays * DAY_MS)
  yield* store.thinOlder('retention', {now, ageMs, windowMs: Infinity})
}
