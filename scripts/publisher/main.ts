import {pino} from 'pino'

import {endWithFault} from '../faults/endWithFault.ts'
import {keepPrivate} from '../keepPrivate.ts'
import {operatorToken} from '../operatorToken.ts'
import {webhookSecret} from '../webhookSecret.ts'
import {runCommand} from './commands/runCommand.ts'
import {parseSettings} from './settings.ts'
import {startPublisher} from './startPublisher.ts'

const log = pino({name: 'publisher'})

/** Reads the environment; then runs the publisher or, when a command is named, asks the one that runs. */
async function main(command: readonly string[]) {
  const dataDirectory = process.env.DATA_DIR || '.data'
  if (command.length === 0) keepPrivate(dataDirectory)
  const WEBHOOK_SECRET = webhookSecret(dataDirectory)
  const OPERATOR_TOKEN = operatorToken(dataDirectory)
  const settings = parseSettings({WEBHOOK_SECRET, OPERATOR_TOKEN, ...process.env})
  if (command.length === 0) return stopWhenAsked(await startPublisher(settings, log))
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const url = `http://${host}:${settings.port}`
  const liveUrl = `http://${host}:${settings.sitePort}`
  const {operatorToken: token, siteUrl} = settings
  const told = await runCommand({url, liveUrl, token, siteUrl}, command)
  return void process.stdout.write(`${told}\n`)
}

/** Stops on SIGINT and SIGTERM, or with its launcher. */
function stopWhenAsked(publisher: {close: () => Promise<void>}) {
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
  if (command.length === 0) return endWithFault(error, log)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const command = process.argv.slice(2)
process.on('uncaughtException', fail)
main(command).catch(fail)
