import type {DocumentStore} from '../src/content/documentStore.ts'
import {isOnSite, isWithdrawn} from '../src/content/isOnSite.ts'
import {keysOf} from '../src/content/inputs.ts'
import type {Tracker} from '../src/content/tracker.ts'

/** The inputs that may differ because time has passed from one moment to another (either way). */
export function* movedByClock(store: DocumentStore, tracker: Tracker, from: string, to: string) {
  if (from === to) return
  yield* tracker.inputKeys(CLOCK)
  for (const document of store.scheduled()) {
    const states = [from, to].map((moment) => [
      isOnSite(document, moment),
      isWithdrawn(document, moment),
    ])
    if (String(states[0]) !== String(states[1])) yield* keysOf(document)
  }
}

/** The next moment at which something that was read will be another; `null` when nothing waits for the clock. */
export function nextChange(store: DocumentStore, tracker: Tracker, now: string): string | null {
  let next: string | null = null
  const consider = (moment: string) => {
    if (moment > now && (next === null || moment < next)) next = moment
  }
  for (const key of tracker.inputKeys(CLOCK)) consider(key.slice(CLOCK.length + 1))
  for (const {publishAt, unpublishAt} of store.scheduled()) {
    consider(publishAt)
    consider(unpublishAt)
  }
  return next
}

const CLOCK = 'clock'
