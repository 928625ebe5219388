import {pino} from 'pino'

import {operatorToken} from '../operatorToken.ts'
import {webhookSecret} from '../webhookSecret.ts'
import {parseSettings} from './settings.ts'
import {startPublisher} from './startPublisher.ts'

const log = pino({name: 'publisher'})

/** Reads the environment, listens, publishes, and stops on SIGINT and SIGTERM, or with its launcher. */
async function main() {
  const dataDirectory = process.env.DATA_DIR || '.data'
  const WEBHOOK_SECRET = webhookSecret(dataDirectory)
  const OPERATOR_TOKEN = operatorToken(dataDirectory)
  const settings = parseSettings({WEBHOOK_SECRET, OPERATOR_TOKEN, ...process.env})
  const publisher = await startPublisher(settings, log)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    publisher.close().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop) // the launcher is gone: nobody is left to stop us
}

function fail(error: unknown) {
  log.fatal({err: error}, error instanceof Error ? error.message : String(error))
  process.exit(1)
}

main().catch(fail)
