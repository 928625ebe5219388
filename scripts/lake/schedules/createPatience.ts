import type {Schedule} from '../store/createSchedules.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/**
 * How long to leave a publish that failed alone: twice as long each time, up to a minute. Kept in memory and counted
 * apart from the clock on the wall, so that neither a restart nor a clock that is set makes anything wait longer.
 */
export function createPatience() {
  const waits = new Map<string, {ms: number; until: number}>()

  return {
    isOver: (schedule: Schedule) => (waits.get(keyOf(schedule))?.until ?? 0) <= performance.now(),

    /** After a failure; returns how long the schedule waits now. */
    extend(schedule: Schedule): number {
      const last = waits.get(keyOf(schedule))
      const ms = last ? Math.min(last.ms * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS
      waits.set(keyOf(schedule), {ms, until: performance.now() + ms})
      return ms
    },

    /** After a success: it may be what the others were waiting for. */
    startAnew: () => waits.clear(),
  }
}

const keyOf = ({dataset, draftId, publishAt}: Schedule) => `${dataset}/${draftId}/${publishAt}`
