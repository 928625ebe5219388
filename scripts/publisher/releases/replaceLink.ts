import {renameSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {syncPath} from '../../durable.ts'
import {temporaryName} from './temporaryName.ts'

/** Atomically and durably replaces a symbolic link. */
export function replaceLink(link: string, target: string): void {
  const next = join(dirname(link), temporaryName('new'))
  symlinkSync(target, next)
  renameSync(next, link)
  syncPath(dirname(link))
}
