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
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString()
  yield* store.thinUntil('edits', ago(freshMs), EDIT_WINDOW_MS)
  yield* store.thinUntil('retention', ago(Math.max(freshMs, historyDays * DAY_MS)), Infinity)
}
