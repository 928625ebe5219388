import {expect, onTestFinished, test, vi} from 'vitest'

import {createClock} from '../../../scripts/publisher/clock.ts'

const start = Date.parse('2026-11-23T10:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000

/** A clock over a time that a test moves on; what passes by itself and what somebody sets are apart. */
function clockAt(now = start) {
  vi.useFakeTimers({now, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance']})
  onTestFinished(() => void vi.useRealTimers())
  const seen = {strikes: 0, jumps: 0}
  const clock = createClock({
    checkEveryMs: 2000,
    stubbornMs: 60_000,
    onStrike: () => (seen.strikes += 1),
    onJump: () => (seen.jumps += 1),
  })
  onTestFinished(clock.close)
  return {clock, seen}
}

const iso = (time: number) => new Date(time).toISOString()

test('strikes once, at its moment and not before', () => {
  const {clock, seen} = clockAt()
  clock.wakeAt(iso(start + 10_500), start)

  vi.advanceTimersByTime(10_499)
  expect(seen.strikes).toBe(0)
  vi.advanceTimersByTime(1)
  expect(seen.strikes).toBe(1)
  vi.advanceTimersByTime(DAY_MS / 24)

  expect(seen).toEqual({strikes: 1, jumps: 0})
})

test('strikes after months, which is longer than a timer can be', () => {
  const {clock, seen} = clockAt()
  clock.wakeAt(iso(start + 40 * DAY_MS), start)

  vi.advanceTimersByTime(40 * DAY_MS - 1)
  expect(seen.strikes).toBe(0)
  vi.advanceTimersByTime(1)

  expect(seen.strikes).toBe(1)
})

test('strikes late when the machine slept through its moment, and says that time jumped', () => {
  const {clock, seen} = clockAt()
  clock.wakeAt(iso(start + 60_000), start)

  vi.setSystemTime(start + 3_600_000)
  vi.advanceTimersByTime(2000)

  expect(seen).toEqual({strikes: 1, jumps: 1})
})

test('waits on when the clock is set back, and says so', () => {
  const {clock, seen} = clockAt()
  clock.wakeAt(iso(start + 60_000), start)

  vi.setSystemTime(start - 3_600_000)
  vi.advanceTimersByTime(120_000)

  expect(seen).toEqual({strikes: 0, jumps: 1})
})

test('does not make haste over a moment that stays in the past', () => {
  const {clock, seen} = clockAt()
  const stubborn = () => clock.wakeAt(iso(start - 1000), Date.now())
  stubborn()

  for (let minute = 0; minute < 10; minute += 1) {
    vi.advanceTimersByTime(60_000)
    stubborn()
  }

  expect(seen.strikes).toBe(10)
})

test('never strikes for a site that does not change by itself', () => {
  const {clock, seen} = clockAt()
  clock.wakeAt(iso(start + 1000), start)
  clock.wakeAt(null, start)

  vi.advanceTimersByTime(DAY_MS)

  expect(seen.strikes).toBe(0)
})
