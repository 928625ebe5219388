import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** A clone of the last commit with nothing installed, and a function that takes it away. */
export function freshClone() {
  const directory = mkdtempSync(join(tmpdir(), 'coworkmed-clone-'))
  const {status, stderr} = spawnSync(
    'git',
    ['clone', '--quiet', join(import.meta.dirname, '..', '..'), directory],
    {encoding: 'utf8'},
  )
  if (status !== 0) throw new Error(`The repository could not be cloned: ${stderr}`)
  return {directory, remove: () => rmSync(directory, {recursive: true, force: true})}
}
