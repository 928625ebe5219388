import type {Tracker} from '../src/content/tracker.ts'

/** The documents of which something was read, at whatever remove; which pages the site has reads all of them, and says nothing. */
export function documentsRead(tracker: Tracker, reads: Uint32Array): Set<string> {
  const keys = tracker.inputsBehind(reads, (key) => key.startsWith('pageAt('))
  return new Set(
    keys.flatMap((key) => {
      const [kind, id] = key.split(' ')
      return kind === 'part' && id ? [id] : []
    }),
  )
}
