import {z} from 'zod'

import {parseSettings} from '../../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../../scripts/publisher/startPublisher.ts'
import {silentLog} from '../../../silentLog.ts'
import {builderDouble, SHORT_TIMES} from '../shortTimes.ts'

/** A publisher with short times, as a process of its own; which builder it has and how often it compares, its environment says. */
const {CHAOS_BUILDER, CHAOS_RECONCILE_MS} = z
  .object({
    CHAOS_BUILDER: z.enum(['double', 'real']),
    CHAOS_RECONCILE_MS: z.coerce.number().default(60_000),
  })
  .parse(process.env)

process.on('disconnect', () => process.exit(0))
await startPublisher(parseSettings(process.env), silentLog, {
  ...(CHAOS_BUILDER === 'double' ? {builder: builderDouble} : {}),
  times: {...SHORT_TIMES, sweep: 50, reconcile: CHAOS_RECONCILE_MS},
})
process.send?.('started')
