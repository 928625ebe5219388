import type {Ledger} from '../publisher/releases/ledger/openLedger.ts'
import type {Release} from '../publisher/releases/ledger/release.ts'
import {liveRelease} from '../publisher/releases/liveRelease.ts'
import {pinnedRelease} from '../publisher/releases/pinnedRelease.ts'

/** What the commands know of the releases on disk. */
export interface Releases {
  root: string
  ledger: Ledger
  /** Those of the site itself, newest first; compressed copies go with the site they were made for. */
  sites: Release[]
  live: Release | undefined
  pinned: Release | undefined
}

/** Reads which releases there are. Throws when `current` points to nothing. */
export function readReleases(root: string, ledger: Ledger): Releases {
  const siteOf = (id: string | undefined) => (id === undefined ? undefined : ledger.siteOf(id))
  return {
    root,
    ledger,
    sites: ledger.releases().filter(({kind}) => kind === 'site'),
    live: siteOf(liveRelease(root)),
    pinned: siteOf(pinnedRelease(root)),
  }
}
