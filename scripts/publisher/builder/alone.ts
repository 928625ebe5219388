import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'

import {endWithFault} from '../../faults/endWithFault.ts'
import {lockFolder} from '../../lockFolder.ts'

/** Longer than the longest step of a builder that does not listen meanwhile. */
const PATIENCE_MS = 60_000
const ASK_EVERY_MS = 50

/**
 * Runs a builder's program once no other builder works on the data folder. When a publisher is killed its builder hears
 * of it only at its next breath, and two of them would each go on from a release of their own.
 */
async function main([file = '']: readonly string[]) {
  process.on('disconnect', giveUp)
  const folder = join(process.env.DATA_DIR ?? '', 'builder')
  await holdAlone(folder, Date.now() + PATIENCE_MS)
  process.off('disconnect', giveUp)
  await import(pathToFileURL(file).href)
}

const giveUp = () => process.exit(1)

async function holdAlone(folder: string, until: number) {
  for (;;) {
    try {
      return lockFolder(folder, 'builder')
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(ASK_EVERY_MS)
    }
  }
}

/** The publisher shows what is printed here in its own log, for engineers; what it tells others is sent. */
const log = {
  fatal: ({err}: {err: unknown}) =>
    void process.stderr.write(`${err instanceof Error ? err.stack : String(err)}\n`),
}
const fail = (error: unknown) => endWithFault(error, log)

process.on('uncaughtException', fail)
main(process.argv.slice(2)).catch(fail)
