import {existsSync, readFileSync, realpathSync} from 'node:fs'
import {join} from 'node:path'

/** Where a document's counter can be read, in each release. */
export interface Shown {
  document: string
  /** Files of the site, relative; all of them say the same number in one release. */
  files: readonly string[]
}

const COUNTER = /counter-(\d+)-/g

/** As a document has it in a text. */
export const counterText = (counter: number) => `counter-${counter}-`

/** The one number that a text says; nothing when it says none, or several. */
export function counterIn(text: string): number | undefined {
  const found = new Set([...text.matchAll(COUNTER)].map(([, digits]) => Number(digits)))
  const [counter] = found
  return found.size === 1 ? counter : undefined
}

/** What the live release says of each document; nothing where a file is not there. */
export function liveCounters(releases: string, shown: readonly Shown[]) {
  const directory = realpathSync(join(releases, 'current'))
  const read = (file: string) => {
    const path = join(directory, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
  return new Map(
    shown.map(({document, files}) => [document, counterIn(files.map(read).join('\n'))]),
  )
}
