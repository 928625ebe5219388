import {setTimeout as sleep} from 'node:timers/promises'

import type {Log} from '../../log.ts'
import {actionMutations} from '../actions/actionMutations.ts'
import {conflict} from '../errors.ts'
import {SCHEDULED_PUBLISHING} from '../people/scheduledPublishing.ts'
import type {Schedule} from '../store/createSchedules.ts'
import type {Store} from '../store/createStore.ts'
import {publishedIdOf} from '../transactions/documentIds.ts'
import type {Transact} from '../transactions/createTransact.ts'
import {createPatience} from './createPatience.ts'

interface ScheduledPublisherOptions {
  store: Store
  transact: Transact
  log: Log
}

/** Looking is cheap, and sees at once when the clock on the wall was set; a timer for a far moment would not. */
const LOOK_EVERY_MS = 500

/**
 * Publishes each scheduled draft at its moment, or as soon after it as the lake runs, as the action `publish` would.
 * The commit that publishes takes the schedule away, so that it happens once. What fails is kept and tried again.
 */
export function createScheduledPublisher({store, transact, log}: ScheduledPublisherOptions) {
  const stopping = new AbortController()
  const patience = createPatience()

  async function keepLooking() {
    while (!stopping.signal.aborted) {
      await publishDue().catch((error: unknown) => {
        log.error({err: error}, 'the schedules cannot be read; the lake looks again')
      })
      await sleep(LOOK_EVERY_MS, undefined, {signal: stopping.signal}).catch(() => undefined)
    }
  }

  async function publishDue() {
    for (const schedule of store.dueSchedules()) {
      if (stopping.signal.aborted) return
      if (patience.isOver(schedule)) await publish(schedule)
    }
  }

  async function publish(schedule: Schedule) {
    const {dataset, draftId, publishAt} = schedule
    const about = {document: draftId, dataset, publishAt}
    try {
      const {transactionId} = await transact({
        dataset,
        identity: SCHEDULED_PUBLISHING,
        mutations: (read) => {
          if (!store.isArmed(schedule)) throw conflict(`The schedule of "${draftId}" has changed.`)
          return actionMutations(publishAction(draftId), read)
        },
      })
      patience.startAnew()
      log.info({...about, transaction: transactionId}, `"${draftId}" was published as scheduled`)
    } catch (error) {
      if (!store.isArmed(schedule)) return
      const retryInMs = patience.extend(schedule)
      log.warn({...about, retryInMs}, failure(schedule, error, retryInMs))
    }
  }

  const done = keepLooking()
  return {
    /** Stops looking, once the publish that runs has ended. */
    async close() {
      stopping.abort()
      await done
    },
  }
}

const publishAction = (draftId: string) => ({
  actionType: 'sanity.action.document.publish',
  draftId,
  publishedId: publishedIdOf(draftId),
})

function failure({draftId, publishAt}: Schedule, error: unknown, retryInMs: number) {
  const reason = error instanceof Error ? error.message : String(error)
  return (
    `"${draftId}" was to be published at ${publishAt}, and could not be: ${reason}. ` +
    `It stays scheduled, and is tried again in ${retryInMs / 1000} s.`
  )
}
