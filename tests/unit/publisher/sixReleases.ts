import {readdirSync} from 'node:fs'
import {join} from 'node:path'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {releaseLine} from './releaseLine.ts'

/** The directories and files a store has on disk. */
export const namesIn = (root: string) =>
  ['trees', 'files'].flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true}).map((name) => join(folder, String(name))),
  )

/** Six releases of which the second is pinned and the third live; two directories come back later as they were. */
export function sixReleases() {
  const line = releaseLine()
  const ids = [
    line.publish({'fr/a.html': '1', 'fr/old/b.html': 'old', 'el/a.html': 'same'}),
    line.publish({'fr/a.html': '2', 'fr/old/b.html': null, 'it/deep/er/a.html': 'only here'}),
    line.publish({'fr/a.html': '3', 'it/deep/er/a.html': null, 'es/c.html': 'x'}),
    line.publish({'fr/a.html': '4', 'fr/old/b.html': 'old'}),
    line.publish({'fr/a.html': '5', 'es/c.html': null}),
    line.publish({'fr/a.html': '6', 'es/c.html': 'x'}),
  ]
  line.store.pin(ids[1])
  line.store.swap(ids[2] ?? '')
  return {...line, kept: [1, 2, 4, 5].map((number) => ids[number] ?? ''), ids}
}

/** The ids whose directories hold, byte by byte, what the id says. */
export async function wholeReleases(root: string, ids: readonly string[]) {
  const digests = await Promise.all(
    ids.map((id) =>
      digestOfTree(join(root, 'trees', id)).then(
        ({digest}) => digest,
        () => 'broken',
      ),
    ),
  )
  return ids.filter((id, position) => digests[position] === id)
}
