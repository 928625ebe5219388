import {pino} from 'pino'

import {webhookSecret} from '../webhookSecret.ts'
import {parseSettings} from './settings.ts'
import {startPublisher} from './startPublisher.ts'

const log = pino({name: 'publisher'})
const WEBHOOK_SECRET = webhookSecret(process.env.DATA_DIR ?? '.data')
const publisher = await startPublisher(parseSettings({WEBHOOK_SECRET, ...process.env}), log)

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await publisher.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('disconnect', stop) // the launcher is gone: nobody is left to stop us
