import type {Say} from './say.ts'
import {isSameDay, shortTime} from './times.ts'

/** What has been so since a moment; languages say the hour and the day differently. */
const WORDS = {
  live: {today: 'Live since {time}', before: 'Live since {day}'},
  gone: {today: 'Off the site since {time}', before: 'Off the site since {day}'},
  held: {today: 'Held back since {time}', before: 'Held back since {day}'},
  stopped: {
    today: 'Nothing has gone live since {time}',
    before: 'Nothing has gone live since {day}',
  },
} as const

/** "Live since 10:42", "Off the site since 3 Dec, 10:42", "Held back since 10:42". */
export function sinceWhen(say: Say, kind: keyof typeof WORDS, at: string, now: number): string {
  const time = shortTime(say.locale, at, now)
  return isSameDay(at, now) ? say(WORDS[kind].today, {time}) : say(WORDS[kind].before, {day: time})
}
