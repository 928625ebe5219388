import type {Build} from './build.ts'
import {msLeft} from './build.ts'
import type {Say} from './say.ts'
import {duration} from './times.ts'

/** How far a build is. */
export const sayBuilding = (say: Say, build: Build): string =>
  say('Building {pages} pages, {percent} %', progress(say, build))

/** When what was published during a build is live, or off the site. */
export function sayWhenLive(say: Say, build: Build, isLeaving: boolean): string {
  const when = isLeaving
    ? say(
        'Off the site when the present build is done: {pages} pages, {percent} %',
        progress(say, build),
      )
    : say('Live when the present build is done: {pages} pages, {percent} %', progress(say, build))
  const left = timeLeft(say, build)
  return left === undefined ? when : `${when} · ${say('in about {duration}', {duration: left})}`
}

/** The same in a few words; `undefined` while it is not known how long it takes. */
export function sayLiveIn(say: Say, build: Build): string | undefined {
  const left = timeLeft(say, build)
  return left === undefined ? undefined : say('Live in about {duration}', {duration: left})
}

const progress = (say: Say, {done, of}: Build) => ({
  pages: new Intl.NumberFormat(say.locale).format(of),
  percent: Math.floor((100 * done) / of),
})

/** Seconds in fives: a guess that changes all the time is no help. */
function timeLeft(say: Say, build: Build) {
  const ms = msLeft(build)
  return ms === undefined ? undefined : duration(say.locale, Math.ceil(ms / STEP_MS) * STEP_MS)
}

const STEP_MS = 5000
