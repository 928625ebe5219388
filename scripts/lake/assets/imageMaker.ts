import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import sharp from 'sharp'

/** Names what images are rendered with: this code, sharp with its libraries, Node. What others rendered may look different. */
export function imageMaker(): string {
  const hash = createHash('sha256').update(JSON.stringify([sharp.versions, process.versions.node]))
  for (const name of readdirSync(import.meta.dirname).toSorted())
    hash.update(name).update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex')
}
