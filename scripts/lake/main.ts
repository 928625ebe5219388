import {pino} from 'pino'

import {endWithFault} from '../faults/endWithFault.ts'
import {keepPrivate} from '../keepPrivate.ts'
import {webhookSecret} from '../webhookSecret.ts'
import {parseSettings, type Settings} from './settings.ts'
import {startLake, type RunningLake} from './startLake.ts'
import {compact} from './thinning/compact.ts'

const log = pino({name: 'lake'})

/** `npm run lake`, or `npm run lake -- compact` while it is stopped. Reads the environment, opens the store, listens, and stops on SIGINT and SIGTERM, or with its launcher, without losing a write. */
async function main() {
  keepPrivate(process.env.DATA_DIR || '.data')
  const WEBHOOK_SECRET = webhookSecret(process.env.DATA_DIR || '.data')
  const settings = parseSettings({WEBHOOK_SECRET, ...process.env})
  const [command] = process.argv.slice(2)
  if (command !== undefined) return runCommand(command, settings)
  const lake = await startLake(settings, log)
  stopOnSignal(lake)
  log.info({port: lake.port, host: settings.host, dataset: settings.dataset}, 'listening')
}

function runCommand(command: string, settings: Settings) {
  if (command !== 'compact') {
    throw new Error(`The lake does not know "${command}". It knows: npm run lake -- compact.`)
  }
  try {
    process.stdout.write(`${compact(settings)}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

function stopOnSignal(lake: RunningLake) {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    lake.close().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop) // the launcher is gone: nobody is left to stop us
}

const fail = (error: unknown) => endWithFault(error, log)

process.on('uncaughtException', fail)
main().catch(fail)
