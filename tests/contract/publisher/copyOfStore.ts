import {cpSync} from 'node:fs'
import {join} from 'node:path'

import {temporaryDirectory} from '../../unit/publisher/temporaryDirectory.ts'

/** The same store once more, gone with the test. */
export function copyOfStore(root: string): string {
  const copy = join(temporaryDirectory(), 'releases')
  cpSync(root, copy, {recursive: true, verbatimSymlinks: true})
  return copy
}
