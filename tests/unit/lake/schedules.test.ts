import fc from 'fast-check'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {publishTimeOf} from '../../../scripts/lake/schedules/publishTimeOf.ts'
import {createStore} from '../../../scripts/lake/store/createStore.ts'
import {createTransact} from '../../../scripts/lake/transactions/createTransact.ts'
import type {RequestedMutation} from '../../../scripts/lake/transactions/mutation.ts'
import {completed} from './seededLake.ts'
import {silentLog} from '../../silentLog.ts'

const identity = {id: 'officer', name: 'Officer', email: 'officer@localhost'}
const noQueries = {query: () => Promise.reject(new Error('No query is expected here'))}
const START = Date.parse('2017-10-05T09:00:00Z')
const timeAt = (minute: number) => new Date(START + minute * 60_000).toISOString()

const id = fc.constantFrom('a', 'drafts.a', 'drafts.b', 'versions.r.a')
const minute = fc.integer({min: -9, max: 9})
const step = fc.oneof(
  {arbitrary: fc.record({id, publishAt: minute}), weight: 3},
  fc.record({id, unset: fc.constant(true)}),
  fc.record({id, edit: fc.integer()}),
  fc.record({id, remove: fc.constant(true)}),
  fc.record({clock: minute}),
)

test('has armed exactly what was still to come when it was written, and was not taken back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lake-store-'))
  let clock = 0
  const now = () => new Date(START + clock * 60_000)
  const store = createStore(join(folder, 'lake.db'), now)
  onTestFinished(async () => {
    store.close()
    await rm(folder, {recursive: true})
  })
  const {transact} = createTransact(store, noQueries, {now, log: silentLog})
  let run = 0

  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 12}), async (steps) => {
      run += 1
      clock = 0
      const dataset = `run-${run}`
      const fields = new Map<string, number | null>()
      const armed = new Map<string, number>()
      for (const one of steps) {
        if ('clock' in one) {
          clock = one.clock
          continue
        }
        if ('remove' in one) fields.delete(one.id)
        else if ('publishAt' in one) fields.set(one.id, one.publishAt)
        else fields.set(one.id, 'unset' in one ? null : (fields.get(one.id) ?? null))
        await transact({dataset, identity, mutations: () => mutationsFor(one)})

        const at = fields.get(one.id) ?? null
        if (!one.id.startsWith('drafts.') || (at !== null && at === armed.get(one.id))) continue
        if (at !== null && at > clock) armed.set(one.id, at)
        else armed.delete(one.id)
      }

      clock = 100
      const due = store.dueSchedules().filter((schedule) => schedule.dataset === dataset)
      expect(Object.fromEntries(due.map(({draftId, publishAt}) => [draftId, publishAt]))).toEqual(
        Object.fromEntries([...armed].map(([draftId, at]) => [draftId, timeAt(at)])),
      )
    }),
    {numRuns: 300},
  )
})

function mutationsFor(
  one: {id: string} & ({publishAt: number} | {unset: true} | {edit: number} | {remove: true}),
): RequestedMutation[] {
  if ('remove' in one) return [{delete: {id: one.id}}]
  const patch =
    'publishAt' in one
      ? {set: {publishAt: timeAt(one.publishAt)}}
      : 'unset' in one
        ? {unset: ['publishAt']}
        : {set: {n: one.edit}}
  return [{createIfNotExists: {_id: one.id, _type: 'meeting'}}, {patch: {id: one.id, ...patch}}]
}

test.for([
  ['2017-10-05T09:00:00.000Z', '2017-10-05T09:00:00.000Z'],
  ['2017-10-05T09:00Z', '2017-10-05T09:00:00.000Z'],
  ['2017-10-05T11:00:00+02:00', '2017-10-05T09:00:00.000Z'],
  ['2017-10-05T09:00:00', undefined],
  ['2017-10-05', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('reads %s as the moment %s', ([publishAt, moment]) => {
  expect(publishTimeOf(completed({_id: 'drafts.a', publishAt}))).toBe(moment)
})
