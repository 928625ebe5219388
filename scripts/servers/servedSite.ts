import {existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'

import type {MovedAddresses} from '../publisher/site/movedAddresses.ts'
import {readMovedAddresses} from '../publisher/site/movedAddresses.ts'

/** What a web server has to know of the site it serves. */
export interface ServedSite {
  /** The folder with the pages of the live release: `…/releases/current`. Absolute. */
  root: string
  /** Where visitors find it: `https://example.org`. */
  url: URL
  /** The languages that have pages, by the names of their folders. */
  locales: readonly string[]
  moved: MovedAddresses
}

/** Reads from a release what a configuration depends on. `root` is the path to serve it under, `url` its address. */
export async function readServedSite(
  directory: string,
  root: string,
  url: URL,
): Promise<ServedSite> {
  const names = await readdir(directory)
  return {
    root,
    url,
    locales: names
      .filter((name) => /^[a-z]{2,3}$/.test(name) && existsSync(join(directory, name, '404.html')))
      .toSorted(),
    moved: await readMovedAddresses(directory),
  }
}
