import {pino} from 'pino'

import {parseSettings} from './settings.ts'
import {startLake} from './startLake.ts'

/** Reads the environment, opens the store, listens, and stops on SIGINT and SIGTERM without losing a write. */
async function main() {
  const log = pino({name: 'lake'})
  try {
    const settings = parseSettings(process.env)
    const lake = await startLake(settings, log)
    log.info({port: lake.port, host: settings.host, dataset: settings.dataset}, 'listening')
    const stop = () => {
      lake.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({err: error}, 'stopping failed')
          process.exit(1)
        },
      )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    log.fatal({err: error}, error instanceof Error ? error.message : 'The lake did not start')
    process.exitCode = 1
  }
}

await main()
