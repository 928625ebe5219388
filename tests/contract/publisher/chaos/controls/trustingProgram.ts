import {z} from 'zod'

import {parseSettings} from '../../../../../scripts/publisher/settings.ts'
import {silentLog} from '../../../../silentLog.ts'
import {brokenParts} from './brokenParts.ts'
import {trustingPublisher} from './trustingPublisher.ts'

/** A publisher with a bug, as a process of its own; which one, its environment says. */
const bugs = z.enum([
  'none',
  'acknowledge before record',
  'write in place',
  'settle before live',
  'forget what failed',
  'deaf to the clock',
])
process.on('disconnect', () => process.exit(0))
const parts = brokenParts[bugs.parse(process.env['CHAOS_BUG'])]
await trustingPublisher(parseSettings(process.env), silentLog, parts)
process.send?.('started')
