import {parsePartialDate} from './partialDates.ts'

/**
 * Whether a zone's clocks show an hour (`02:30`) on a day (`2017-03-26`): when they go forward, they skip some. Says yes
 * where the day or the zone is none.
 */
export function hasHour(timeZone: string, day: string, hour: string): boolean {
  if (parsePartialDate(day)?.precision !== 'day') return true
  const asUtc = Date.parse(`${day}T${hour}:00Z`)
  const clock = clockOf(timeZone)
  if (!clock || Number.isNaN(asUtc)) return true
  // Both offsets that may hold around it: one of them brings the hour back, unless it is skipped.
  return [-DAY_MS, DAY_MS].some((away) => {
    const around = asUtc + away
    const instant = asUtc - (clock(around) - around)
    return clock(instant) === asUtc
  })
}

const DAY_MS = 24 * 60 * 60 * 1000

const clocks = new Map<string, Clock | undefined>()

/** What a zone's clocks show at a moment, both in ms as if it were UTC. */
type Clock = (moment: number) => number

function clockOf(timeZone: string): Clock | undefined {
  if (!clocks.has(timeZone)) clocks.set(timeZone, createClock(timeZone))
  return clocks.get(timeZone)
}

function createClock(timeZone: string): Clock | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return (moment) => {
      const parts = new Map(
        format.formatToParts(moment).map(({type, value}) => [type, Number(value)]),
      )
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
      // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
      const day = new Date(0).setUTCFullYear(part('year'), part('month') - 1, part('day'))
      return new Date(day).setUTCHours(part('hour'), part('minute'), part('second'))
    }
  } catch {
    return undefined
  }
}
