import type {Say} from './say.ts'
import {isSameDay, shortTime} from './times.ts'

/** "Live since 10:42", "Off the site since 3 Dec, 10:42": languages say the hour and the day differently. */
export function sinceWhen(say: Say, kind: 'live' | 'gone', at: string, now: number): string {
  const time = shortTime(say.locale, at, now)
  const isToday = isSameDay(at, now)
  if (kind === 'live') {
    return isToday ? say('Live since {time}', {time}) : say('Live since {day}', {day: time})
  }
  return isToday
    ? say('Off the site since {time}', {time})
    : say('Off the site since {day}', {day: time})
}
