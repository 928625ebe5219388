import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** A copy of the repository that has nothing installed, in a folder of this name. */
function freshCopy(name = 'site') {
  const parent = mkdtempSync(join(tmpdir(), 'coworkmed-bootstrap-'))
  onTestFinished(() => rmSync(parent, {recursive: true, force: true}))
  const directory = join(parent, name)
  mkdirSync(join(directory, 'scripts'), {recursive: true})
  for (const file of ['package.json', 'scripts/bootstrap.mjs'])
    cpSync(join(root, file), join(directory, file))
  return directory
}

/** The bootstrap in such a copy; `npm` is a script of ours that prints and fails. */
function runWithFailingNpm(printed: string, folder?: string) {
  const directory = freshCopy(folder)
  mkdirSync(join(directory, 'bin'))
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

test.each(['start', 'test', 'run build'])(
  '`npm %s` says at once which character of the path the site cannot be built with',
  (command) => {
    const directory = freshCopy("the officer's site")

    const {status, stderr} = spawnSync('npm', command.split(' '), {
      cwd: directory,
      encoding: 'utf8',
    })

    expect(status).toBe(1)
    expect(stderr).toContain(`${directory}, has the character ' in it`)
    expect(stderr).toContain('Rename the folder')
    expect(readdirSync(directory).toSorted()).toEqual(['package.json', 'scripts'])
  },
)

test.each(['"', '#', '%', '?', '*', ':', '\n'])(
  'installs nothing in a folder with %j in its path',
  (character) => {
    const directory = freshCopy(`a${character}b`)
    const bootstrap = join(directory, 'scripts', 'bootstrap.mjs')

    const {status, stderr} = spawnSync(process.execPath, [bootstrap, 'start'], {encoding: 'utf8'})

    expect(status).toBe(1)
    const shown = character === '\n' ? '"\\n"' : character
    expect(stderr).toContain(`has the character ${shown} in it`)
    expect(readdirSync(directory).toSorted()).toEqual(['package.json', 'scripts'])
  },
)

test('goes on in a folder whose path is odd, but can be built with', () => {
  const {stderr} = runWithFailingNpm('npm error code ENOSPC', 'a (b) [c] {d} !,=+@~^$&;|<>`é')

  expect(stderr).toContain('The disk is full')
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
