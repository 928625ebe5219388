import {readdir, readFile} from 'node:fs/promises'
import {join, relative} from 'node:path'

import {putFile} from '../releases/putFile.ts'

/** The files that come with the pages' code, put into the store: path in the site → hash. */
export async function staticFiles(bundle: string, releases: string): Promise<Map<string, string>> {
  const folder = join(bundle, 'client')
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(relative(folder, file), putFile(releases, await readFile(file)))
  }
  return files
}
