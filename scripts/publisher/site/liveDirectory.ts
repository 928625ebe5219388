import {readlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'

/**
 * Where the live release lies, absolute and for ever the same release; `undefined` before the first.
 * `root` is the folder of releases: `current` in it is a link.
 */
export function liveDirectory(root: string): string | undefined {
  try {
    return resolve(root, readlinkSync(join(root, 'current')))
  } catch (cause) {
    if (isAbsent(cause)) return undefined
    throw cause
  }
}

const isAbsent = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
