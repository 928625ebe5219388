import {readFileSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'

import {onTestFinished} from 'vitest'

import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

/** The files of a site, by their path: `fr/index.html`. */
export type SiteFiles = Readonly<Record<string, string>>

/** A release store of its own, gone with the test, and a way to make releases of plain files in it. */
export function emptyStore() {
  const root = temporaryDirectory()
  const store = openReleaseStore(root)
  onTestFinished(() => store.close())
  return {
    root,
    store,
    /** Makes a release of these files, on top of another where one is given: on the disk, not live. Gives its id. */
    release(files: SiteFiles, base?: string): string {
      const changes = Object.entries(files).map(
        ([path, text]) => [path, store.putFile(Buffer.from(text))] as const,
      )
      const id = store.update(base, new Map(changes))
      store.flush()
      return id
    },
    /** Every file of a release as the disk has it, links followed. */
    filesOf: (release: string) => readFiles(join(root, 'trees', release)),
  }
}

function readFiles(directory: string, prefix = ''): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    if (statSync(path).isDirectory())
      for (const [inside, bytes] of readFiles(path, `${prefix}${name}/`)) files.set(inside, bytes)
    else files.set(prefix + name, readFileSync(path))
  }
  return files
}
