import {workerData} from 'node:worker_threads'

import {z} from 'zod'

import {openReleaseStore} from '../releases/openReleaseStore.ts'

const KEPT_RELEASES = 10

/** A thread that removes old releases and ends: many files may go, and webhooks must not wait for them. */
const store = openReleaseStore(z.string().parse(workerData))
try {
  store.sweep({newest: KEPT_RELEASES})
} finally {
  store.close()
}
