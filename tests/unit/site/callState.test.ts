import type {Call, Policy} from '@coworkmed/schemas/content.generated'
import {localeIds} from '@coworkmed/schemas/locales'
import {expect, test} from 'vitest'

import {translator} from '../../../site/src/i18n/translator.ts'
import {callState, callStateText} from '../../../site/src/queries/callState.ts'
import {callMark} from '../../../site/src/queries/calls.ts'
import {contentOf, date, policy} from './sampleDocuments.ts'

interface Case {
  call: Omit<Call, '_type'>
  now: string
  state?: NonNullable<NonNullable<Policy['state']>['value']>
  says: string | undefined
}

const athens = {
  opens: {...date('2026-09-12'), time: '13:00'},
  closes: {...date('2026-10-03'), time: '15:00'},
  timeZone: 'Europe/Athens',
}
const month = {opens: date('2026-10'), closes: date('2026-11')}
const deadline = (value: string) => ({_key: value, ...date(value)})
const rounds = {
  opens: date('2026-01-01'),
  deadlines: [deadline('2026-06-30'), deadline('2026-02-28')],
}

test.each<Case>([
  {call: athens, now: '2026-09-12T09:59:59.999Z', says: 'Opens on 12 September 2026, 13:00'},
  {call: athens, now: '2026-09-12T10:00:00.000Z', says: 'Open until 3 October 2026, 15:00'},
  {call: athens, now: '2026-10-03T11:59:59.999Z', says: 'Open until 3 October 2026, 15:00'},
  {call: athens, now: '2026-10-03T12:00:00.000Z', says: 'Closed since 3 October 2026, 15:00'},

  {call: month, now: '2026-09-01T00:00:00.000Z', says: 'Opens in October 2026'},
  {call: month, now: '2026-10-15T00:00:00.000Z', says: 'Opens in October 2026'},
  {call: month, now: '2026-10-31T23:00:00.000Z', says: 'Open until November 2026'},
  {call: month, now: '2026-11-30T22:59:59.999Z', says: 'Open until November 2026'},
  {call: month, now: '2026-11-30T23:00:00.000Z', says: 'Closed since November 2026'},

  {call: rounds, now: '2026-03-15T00:00:00.000Z', says: 'Open until 30 June 2026'},
  {call: rounds, now: '2026-06-30T22:00:00.000Z', says: 'Closed since 30 June 2026'},
  {call: {...rounds, rolling: true}, now: '2026-07-15T00:00:00.000Z', says: undefined},
  {
    call: {...rounds, rolling: true},
    now: '2026-07-15T00:00:00.000Z',
    state: 'open',
    says: 'Open since 1 January 2026',
  },

  {call: {opens: date('2016-09-01')}, now: '2026-07-15T00:00:00.000Z', says: undefined},
  {call: {closes: date('2026-12-01')}, now: '2026-07-15T00:00:00.000Z', says: undefined},
  {
    call: {closes: date('2026-12-01')},
    now: '2026-07-15T00:00:00.000Z',
    state: 'open',
    says: 'Open until 1 December 2026',
  },
  {call: {}, now: '2026-07-15T00:00:00.000Z', state: 'open', says: undefined},
  {call: {rolling: true}, now: '2026-07-15T00:00:00.000Z', says: undefined},

  {
    call: {...athens, exhaustedOn: date('2026-09-20')},
    now: '2026-09-21T00:00:00.000Z',
    says: 'Closed since 20 September 2026',
  },
  {call: athens, now: '2026-09-21T00:00:00.000Z', state: 'dropped', says: undefined},
  {call: athens, now: '2026-09-01T00:00:00.000Z', state: 'closed', says: undefined},
  {
    call: athens,
    now: '2026-11-01T00:00:00.000Z',
    state: 'closed',
    says: 'Closed since 3 October 2026, 15:00',
  },
  {
    call: {opens: date('2026-01-01'), closes: {...date('2026-10-03'), approximate: true}},
    now: '2026-11-01T00:00:00.000Z',
    says: 'Closed since 3 October 2026',
  },
])('at $now, of $call with the policy $state: $says', ({call, now, state, says}) => {
  const found = callState(contentOf([], now), {_type: 'call', ...call}, state)
  expect(found && callStateText(found, translator('en'), 'call')).toBe(says)
})

test('whoever tells of a call has asked for the moments at which it opens and closes', () => {
  const content = contentOf([], '2026-09-01T00:00:00Z')
  const reads = content.tracker.record()
  callState(content, {_type: 'call', ...athens}, undefined)
  expect(reads.stop().map(({key}) => key)).toEqual([
    'clock 2026-10-03T12:00:00.000Z',
    'clock 2026-09-12T10:00:00.000Z',
  ])
})

test('the table tells of the call that is open and soonest to close, else the next, else the last', () => {
  const calls = [
    call('past', '2026-01-01', '2026-02-01'),
    call('later', '2026-10-01', '2026-12-31'),
    call('sooner', '2026-10-01', '2026-11-30'),
    call('past too', '2026-01-01', '2026-03-01'),
    call('next', '2027-01-01', '2027-02-01'),
  ]
  expect(markAt('2026-11-23T12:00:00Z', calls)).toEqual({
    text: 'Call open until 30 November 2026',
    open: true,
  })
  expect(markAt('2026-09-23T12:00:00Z', calls)?.text).toBe('Call opens on 1 October 2026')
  expect(markAt('2027-03-01T12:00:00Z', calls)).toEqual({
    text: 'Call closed since 1 February 2027',
    open: false,
  })
})

test('a policy that is said to be closed needs no word on its calls', () => {
  const closed = {_type: 'policyState' as const, value: 'closed' as const}
  expect(markAt('2027-03-01T12:00:00Z', [call('a', '2026-01-01', '2026-02-01')], closed)).toBe(
    undefined,
  )
})

test('every language says it, of a day, a month and a year', () => {
  for (const locale of localeIds) {
    for (const value of ['openUntil', 'openSince', 'opensOn', 'closedSince'] as const) {
      for (const day of ['2026-10-03', '2026-10', '2026']) {
        const text = callStateText(
          {value, date: date(day), moment: ''},
          translator(locale),
          'table',
        )
        expect.soft(text, `${locale} ${value} ${day}`).toMatch(/^\p{Lu}.+2026/u)
      }
    }
  }
})

const call = (key: string, opens: string, closes: string) => ({
  _key: key,
  _type: 'call' as const,
  opens: date(opens),
  closes: date(closes),
})

const markAt = (
  now: string,
  calls: NonNullable<Policy['calls']>,
  state?: NonNullable<Policy['state']>,
) =>
  callMark(
    contentOf([], now),
    policy({_id: 'p', calls, ...(state ? {state} : {})}),
    translator('en'),
  )
