import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

import {expect, test} from 'vitest'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {releaseLine} from './releaseLine.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const PROGRAM = join(import.meta.dirname, '../../../scripts/releases/main.ts')
const TITLE = {document: 'meeting-florence', field: 'title', language: 'fr'}
const SETTINGS = {document: 'siteSettings', field: null, language: null}

/** Three releases of a small site, the last one live. */
function threeReleases() {
  const line = releaseLine()
  const ids = [
    line.publish({'fr/index.html': 'Accueil', 'fr/a/index.html': 'a'}, [], '2026-11-21T08:00:00Z'),
    line.publish({'fr/a/index.html': 'b'}, [TITLE], '2026-11-22T08:00:00Z'),
    line.publish(
      {'fr/a/index.html': null, 'robots.txt': 'ok', 'fr/index.html': 'Accueil !'},
      [TITLE, SETTINGS],
      '2026-11-23T08:00:00Z',
    ),
  ]
  const [first = '', second = '', third = ''] = ids
  return {...line, first, second, third, run: commandsFor(line.root)}
}

/** The commands as an operator runs them, over the releases of this root. */
function commandsFor(root: string) {
  const data = temporaryDirectory()
  symlinkSync(root, join(data, 'releases'))
  return (...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [PROGRAM, ...args], {
      encoding: 'utf8',
      env: {...process.env, DATA_DIR: data, TZ: 'UTC'},
    })
    return {status, text: `${stdout}${stderr}`.trim(), lines: stdout.trim().split('\n')}
  }
}

test('lists the releases, newest first, with what made them and which is live and pinned', () => {
  const {store, run, first, second, third} = threeReleases()
  store.pin(second)
  store.swap(second)

  const {lines, status} = run('list')

  expect(status).toBe(0)
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['release', 'made', 'pages', 'changed files', 'because of'],
    [third.slice(0, 12), '2026-11-23 08:00:00', '3', '3', 'meeting-florence, siteSettings'],
    [second.slice(0, 12), 'live, pinned', '2026-11-22 08:00:00', '1', '1', 'meeting-florence'],
    [first.slice(0, 12), '2026-11-21 08:00:00', '2', '2'],
  ])
})

test('says which addresses differ between two releases, and why', () => {
  const {run, first, third} = threeReleases()

  const {lines, status} = run('diff', first.slice(0, 8), 'live')

  expect(status).toBe(0)
  expect(lines[0]).toBe(
    `${first.slice(0, 12)} → ${third.slice(0, 12)}: 1 removed, 1 changed, 1 added`,
  )
  expect(lines.slice(2).map((line) => line.split(/ {2,}/))).toEqual([
    ['removed', '/fr/a/', 'meeting-florence: title (fr); siteSettings'],
    ['changed', '/fr/', 'meeting-florence: title (fr); siteSettings'],
    ['added', '/robots.txt', 'meeting-florence: title (fr); siteSettings'],
  ])
})

test('compares in either order, and with the release before the live one', () => {
  const {run, second, third} = threeReleases()

  expect(run('diff', third, second).lines[0]).toContain('1 added, 1 changed, 1 removed')
  expect(run('diff', 'previous', 'live').lines[0]).toContain(second.slice(0, 12))
  expect(run('diff', 'live', 'live').text).toContain('no address differs')
})

test('exports a release as a plain folder with copies of its own', async () => {
  const {root, run, second, third} = threeReleases()
  const directory = join(temporaryDirectory(), 'a', 'site')

  expect(run('export', directory).status).toBe(0)
  expect((await digestOfTree(directory)).digest).toBe(third)
  const entries = readdirSync(directory, {recursive: true, withFileTypes: true})
  expect(entries.every((entry) => entry.isDirectory() || entry.isFile())).toBe(true)
  expect(lstatSync(join(directory, 'fr', 'index.html')).nlink).toBe(1)
  appendFileSync(join(directory, 'fr', 'index.html'), 'edited')
  expect(run('verify').status).toBe(0)
  expect(readFileSync(join(root, 'current', 'fr', 'index.html'), 'utf8')).toBe('Accueil !')

  const other = temporaryDirectory()
  expect(run('export', other, second.slice(0, 6)).text).toContain('2 files')
  expect((await digestOfTree(other)).digest).toBe(second)
})

test('exports nothing into a folder that has something in it, and nothing that is damaged', () => {
  const {root, run} = threeReleases()
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'mine.txt'), 'mine')

  expect(run('export', directory)).toMatchObject({status: 1})
  expect(readdirSync(directory)).toEqual(['mine.txt'])

  appendFileSync(join(root, 'current', 'robots.txt'), '!')
  const {status, text} = run('export', join(directory, 'new'))
  expect([status, text]).toEqual([1, '/robots.txt is damaged. See npm run releases:verify'])
})

test('finds every release whole', () => {
  const {run} = threeReleases()

  expect(run('verify')).toMatchObject({status: 0, text: '3 releases are whole.'})
  expect(run('verify', 'live')).toMatchObject({status: 0, text: '1 release is whole.'})
})

const page = (root: string) => join(root, 'current', 'fr', 'index.html')
const replaceBy = (path: string, make: () => void) => {
  rmSync(path, {recursive: true})
  make()
}

test.each([
  {
    damage: 'a changed byte',
    harm: (root: string) => writeFileSync(page(root), 'accueil !'),
    says: '/fr/  its bytes are not those it was made of',
  },
  {
    damage: 'a lost file',
    harm: (root: string) => rmSync(page(root)),
    says: '/fr/  it is not there',
  },
  {
    damage: 'a file that nobody released',
    harm: (root: string) => writeFileSync(join(root, 'current', 'fr', 'x.html'), ''),
    says: '/fr/x.html  it does not belong to the release',
  },
  {
    damage: 'a link to another directory',
    harm: (root: string) =>
      replaceBy(join(root, 'current', 'fr'), () => symlinkSync('..', join(root, 'current', 'fr'))),
    says: '/fr/  it leads elsewhere',
  },
  {
    damage: 'a directory in the place of a file',
    harm: (root: string) => replaceBy(page(root), () => mkdirSync(page(root))),
    says: '/fr/  its bytes are not those it was made of',
  },
])('names $damage by its address, and ends with code 1', ({harm, says}) => {
  const {root, run, third} = threeReleases()
  harm(root)

  const {status, text} = run('verify', 'live')

  expect(status).toBe(1)
  expect(text).toBe(`${third.slice(0, 12)}  ${says}`)
})

test('names a lost directory', () => {
  const {root, run, first} = threeReleases()
  rmSync(join(root, 'trees', first), {recursive: true})

  expect(run('verify')).toMatchObject({
    status: 1,
    text: `${first.slice(0, 12)}  /  the directory is not there`,
  })
})

test.each([
  {args: [], says: 'Write list, diff A B, export DIR [ID] or verify [ID].'},
  {args: ['diff', 'live'], says: 'Name two releases'},
  {args: ['diff', 'live', 'newest'], says: '"newest" is no release'},
  {args: ['diff', 'live', 'abc'], says: '"abc" is no release'},
  {args: ['verify', '000000'], says: 'There is no release 000000'},
  {args: ['export'], says: 'Name a folder'},
])('says what is wrong with $args', ({args, says}) => {
  const {run} = threeReleases()

  const {status, text} = run(...args)

  expect(status).toBe(1)
  expect(text).toContain(says)
  expect(text).not.toContain('    at ')
})

test('says that there is no release yet, and writes nothing', () => {
  const data = temporaryDirectory()
  const run = commandsFor(join(data, 'absent'))

  expect(run('list')).toMatchObject({status: 1})
  expect(run('list').text).toContain('There is no release yet')
  expect(readdirSync(dirname(join(data, 'absent')))).toEqual([])
})
