import {resolve} from 'node:path'

import {openLedger} from '../publisher/releases/ledger/openLedger.ts'
import {ledgerPath} from '../publisher/releases/storePaths.ts'
import {diffReleases} from './diffReleases.ts'
import {exportRelease} from './exportRelease.ts'
import {listReleases} from './listReleases.ts'
import {readReleases, type Releases} from './readReleases.ts'
import {verifyReleases} from './verifyReleases.ts'

/** What a command prints; `isBad` ends the program with code 1. */
interface Answer {
  text: string
  isBad?: boolean
}

const commands: Record<string, (releases: Releases, args: readonly string[]) => Answer> = {
  list: (releases) => ({text: listReleases(releases)}),

  diff(releases, [from, to]) {
    if (!from || !to) throw new Error('Name two releases: npm run releases:diff -- previous live')
    return {text: diffReleases(releases, from, to)}
  },

  export(releases, [directory, release = 'live']) {
    if (!directory) throw new Error('Name a folder: npm run releases:export -- DIR')
    return {text: exportRelease(releases, resolve(directory), release)}
  },

  verify: (releases, [release]) => verifyReleases(releases, release),
}

/** `releases:list`, `releases:diff`, `releases:export` and `releases:verify`, over the releases in `DATA_DIR`. */
function main([name = '', ...args]: readonly string[]): Answer {
  const command = commands[name]
  if (!command) throw new Error('Write list, diff A B, export DIR [ID] or verify [ID].')
  const root = resolve(process.env.DATA_DIR || '.data', 'releases')
  const ledger = openLedger(ledgerPath(root), {readOnly: true})
  try {
    return command(readReleases(root, ledger), args)
  } finally {
    ledger.close()
  }
}

try {
  const {text, isBad = false} = main(process.argv.slice(2))
  process.stdout.write(`${text}\n`)
  if (isBad) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
