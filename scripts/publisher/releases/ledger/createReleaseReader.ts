import type {DatabaseSync} from 'node:sqlite'

import {RELEASE_COLUMNS, type Release, parseRelease} from './release.ts'

/** Reads which releases there are. */
export function createReleaseReader(database: DatabaseSync) {
  const all = database.prepare(`SELECT ${RELEASE_COLUMNS} FROM releases ORDER BY sequence DESC`)
  const newestSite = database.prepare(
    `SELECT ${RELEASE_COLUMNS} FROM releases WHERE kind = 'site' ORDER BY sequence DESC LIMIT 1`,
  )
  const newestOf = database.prepare(
    `SELECT ${RELEASE_COLUMNS} FROM releases WHERE id = ? ORDER BY sequence DESC LIMIT 1`,
  )
  const release = (id: string): Release | undefined => {
    const found = newestOf.get(id)
    return found && parseRelease(found)
  }

  return {
    /** Every release, newest first. */
    releases: () => all.all().map(parseRelease),
    /** The newest release of the site itself, without compressed copies; live or not. */
    head(): Release | undefined {
      const found = newestSite.get()
      return found && parseRelease(found)
    },
    /** A release by its whole id. */
    release,
    /** The site that a release shows: of compressed copies the one they were made for, else the release itself. */
    siteOf(id: string): Release | undefined {
      const found = release(id)
      return found?.kind === 'compressed' && found.base !== null ? release(found.base) : found
    },
  }
}
