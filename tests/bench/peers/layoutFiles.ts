import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'

import type {SourceFile} from './peer.ts'

/** The files of a folder beside this one, as they go into a peer's source. */
export function layoutFiles(folder: string): SourceFile[] {
  const root = join(import.meta.dirname, folder)
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({path: relative(root, file), text: readFileSync(file, 'utf8')}))
}
