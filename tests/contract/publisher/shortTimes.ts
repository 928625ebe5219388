import {fileURLToPath} from 'node:url'

import type {Times} from '../../../scripts/publisher/times.ts'

/** As patient as a test can be. */
export const SHORT_TIMES: Partial<Times> = {
  quiet: 30,
  burstQuiet: 30,
  retry: 100,
  longestRetry: 400,
  restart: 20,
  longestRestart: 200,
  clockCheck: 50,
  sweep: 100_000,
}

export const builderDouble = fileURLToPath(import.meta.resolve('./builderDouble.ts'))
