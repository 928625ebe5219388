import {pino} from 'pino'

import {parseSettings} from './settings.ts'
import {startLake, type RunningLake} from './startLake.ts'

const log = pino({name: 'lake'})

/** Reads the environment, opens the store, listens, and stops on SIGINT and SIGTERM without losing a write. */
async function main() {
  const settings = parseSettings(process.env)
  const lake = await startLake(settings, log)
  stopOnSignal(lake)
  log.info({port: lake.port, host: settings.host, dataset: settings.dataset}, 'listening')
}

function stopOnSignal(lake: RunningLake) {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      lake.close().then(() => process.exit(0), fail)
    })
  }
}

function fail(error: unknown) {
  log.fatal({err: error}, error instanceof Error ? error.message : String(error))
  process.exit(1)
}

main().catch(fail)
