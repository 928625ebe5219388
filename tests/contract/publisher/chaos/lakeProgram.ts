import {z} from 'zod'

import {parseSettings} from '../../../../scripts/lake/settings.ts'
import {startLake} from '../../../../scripts/lake/startLake.ts'
import {silentLog} from '../../../silentLog.ts'
import {badNetwork} from './badNetwork.ts'

/** A lake as a process of its own, as patient with its webhooks, and on as bad a network, as its environment says. */
const {CHAOS_RETRIES, CHAOS_RETRY_MS, CHAOS_NETWORK, CHAOS_THIN_MS} = z
  .object({
    CHAOS_RETRIES: z.coerce.number().default(100),
    CHAOS_RETRY_MS: z.coerce.number().default(50),
    CHAOS_THIN_MS: z.coerce.number().optional(),
    CHAOS_NETWORK: z.enum(['good', 'bad']).default('good'),
  })
  .parse(process.env)

process.on('disconnect', () => process.exit(0))
await startLake(parseSettings(process.env), silentLog, {
  retryDelaysMs: Array.from({length: CHAOS_RETRIES}, () => CHAOS_RETRY_MS),
  ...(CHAOS_THIN_MS ? {thinEveryMs: CHAOS_THIN_MS} : {}),
  ...(CHAOS_NETWORK === 'bad' ? {fault: badNetwork()} : {}),
})
process.send?.('started')
