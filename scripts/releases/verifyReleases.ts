import {liveRelease} from '../publisher/releases/liveRelease.ts'
import {addressOf} from './addressOf.ts'
import {createDamageFinder} from './createDamageFinder.ts'
import {openTreeReader} from './openTreeReader.ts'
import type {Releases} from './readReleases.ts'
import {resolveRelease} from './resolveRelease.ts'
import {shortId} from './shortId.ts'
import {table} from './table.ts'

/**
 * Reads a release, or all that are kept, from disk and names whatever is not as it was written, by address. Compressed
 * copies are read with the site they were made for.
 */
export function verifyReleases(releases: Releases, name?: string): {text: string; isBad: boolean} {
  const ids = name === undefined ? everyId(releases) : idsOf(releases, name)
  const trees = openTreeReader(releases.root)
  try {
    const damageOf = createDamageFinder(releases.root, trees)
    const rows = ids.flatMap((id) =>
      damageOf(id).map(({path, message}) => [shortId(id), addressOf(path), message]),
    )
    if (rows.length > 0) return {text: table(rows), isBad: true}
    return {
      text: `${ids.length === 1 ? '1 release is' : `${ids.length} releases are`} whole.`,
      isBad: false,
    }
  } finally {
    trees.close()
  }
}

/** The live one too when nobody recorded it. */
function everyId({root, ledger}: Releases) {
  const live = liveRelease(root)
  const recorded = ledger.releases().map(({id}) => id)
  return [...new Set(live === undefined ? recorded : [live, ...recorded])]
}

function idsOf(releases: Releases, name: string) {
  const {id} = resolveRelease(releases, name)
  const copies = releases.ledger.releases().filter(({base}) => base === id)
  return [id, ...copies.map((release) => release.id)]
}
