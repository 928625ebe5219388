import {hash} from 'node:crypto'

/** What a name in a directory stands for. */
export interface Entry {
  kind: 'file' | 'tree'
  hash: string
}

/** A directory's names, in the order of their bytes. */
export type Entries = ReadonlyMap<string, Entry>

/** A directory as text, one line an entry. Its SHA-256 is the directory's hash; the root's is the release's id. */
export const formatEntries = (entries: Entries) =>
  Array.from(entries, ([name, entry]) => `${entry.kind} ${entry.hash} ${name}\n`).join('')

/** The hash of a directory that has this text. */
export const hashOfEntries = (text: string) => hash('sha256', text)

/** Reads what `formatEntries` wrote. Throws when it is anything else. */
export function parseEntries(text: string): Entries {
  const lines = text.split('\n').slice(0, -1)
  return new Map(lines.map(parseLine))
}

/** The same names in the order of their bytes. */
export const sortedEntries = (entries: Entries): Entries =>
  new Map([...entries].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))))

export const isSameEntry = (one: Entry | undefined, other: Entry | undefined) =>
  one?.kind === other?.kind && one?.hash === other?.hash

/** By place, not by pattern: a directory may have thousands of lines, and a publish reads several. */
function parseLine(line: string): [string, Entry] {
  const kind = line.slice(0, 4)
  if ((kind !== 'file' && kind !== 'tree') || line[4] !== ' ' || line[69] !== ' ') {
    throw new Error(`This is no entry of a directory: ${line}`)
  }
  return [line.slice(70), {kind, hash: line.slice(5, 69)}]
}
