import {spawnSync} from 'node:child_process'
import {chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** The bootstrap in a copy of the repository that has nothing installed; `npm` is a script of ours that prints and fails. */
function runWithFailingNpm(printed: string) {
  const directory = mkdtempSync(join(tmpdir(), 'coworkmed-bootstrap-'))
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}))
  mkdirSync(join(directory, 'scripts'))
  mkdirSync(join(directory, 'bin'))
  cpSync(join(root, 'scripts', 'bootstrap.mjs'), join(directory, 'scripts', 'bootstrap.mjs'))
  writeFileSync(join(directory, 'bin', 'npm'), `#!/bin/sh\necho "${printed}" >&2\nexit 1\n`)
  chmodSync(join(directory, 'bin', 'npm'), 0o755)
  return spawnSync(process.execPath, [join(directory, 'scripts', 'bootstrap.mjs'), 'start'], {
    encoding: 'utf8',
    env: {...process.env, PATH: `${join(directory, 'bin')}:${process.env.PATH}`},
  })
}

test.each([
  {printed: 'npm error code ENOTFOUND', says: 'The npm registry could not be reached'},
  {
    printed: 'Failed to fetch: error sending request: client error (Connect): dns error',
    says: 'The npm registry could not be reached',
  },
  {printed: 'npm error code ENOSPC', says: 'The disk is full'},
  {printed: 'npm error code EACCES', says: 'cannot be written to'},
  {printed: 'npm error something else', says: 'Run the command again'},
])('says what to do when npm ends with "$printed"', ({printed, says}) => {
  const {status, stderr} = runWithFailingNpm(printed)

  expect(status).toBe(1)
  expect(stderr).toContain(says)
  expect(stderr).not.toContain('    at ')
})

test('names the commands it knows when it is given another', () => {
  const {status, stderr} = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'bootstrap.mjs'), 'strat'],
    {encoding: 'utf8'},
  )

  expect(status).toBe(1)
  expect(stderr).toContain('There is no command "strat". Known: start, dev,')
})
