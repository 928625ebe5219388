import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Old addresses and what became of them. Every address begins and ends with a slash. */
export interface MovedAddresses {
  /** Where a page went: `/fr/reunions/florence/` → `/fr/reunions/florence-2017-10-05/`. */
  redirects: ReadonlyMap<string, string>
  /** Pages that were withdrawn. */
  gone: ReadonlySet<string>
}

/** Letters, digits and `.~_-` between slashes: nothing that a header or a configuration would take for its own. */
const ADDRESS = /^\/(?:[\w.~-]+\/)+$/

/**
 * What a release says of addresses that were: its files `_redirects` (`/<old>/ /<new>/ 301` a line) and `_gone` (an
 * address a line). A release without them has moved nothing; a line of another form is for hosts that know more.
 */
export async function readMovedAddresses(directory: string): Promise<MovedAddresses> {
  const [redirects, gone] = await Promise.all([
    readLines(join(directory, '_redirects')),
    readLines(join(directory, '_gone')),
  ])
  return {
    redirects: new Map(redirects.flatMap(parseRedirect)),
    gone: new Set(gone.filter((line) => ADDRESS.test(line))),
  }
}

function parseRedirect(line: string): [string, string][] {
  const [from = '', to = '', status] = line.split(/ +/)
  return status === '301' && ADDRESS.test(from) && ADDRESS.test(to) ? [[from, to]] : []
}

async function readLines(file: string) {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw cause
  })
  return text.split('\n').map((line) => line.trim())
}
