import {readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Every file under a directory, with its path. */
export function everyFile(directory: string): string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
