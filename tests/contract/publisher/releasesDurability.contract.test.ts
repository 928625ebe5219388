import {readlinkSync, realpathSync} from 'node:fs'
import {join, relative} from 'node:path'

import {expect, test} from 'vitest'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {temporaryDirectory} from '../../unit/publisher/temporaryDirectory.ts'
import {copyOfStore} from './copyOfStore.ts'
import {runWatched} from './runWatched.ts'

const RELEASE = new URL('./releaseProgram.ts', import.meta.url)

/** Makes a release in a process of its own; gives what it did to the disk, with paths as the store has them. */
function callsOf(root: string, pages: number) {
  const {calls, output} = runWatched(RELEASE, [root, `${pages}`])
  const inStore = (text: string) => (text.startsWith(root) ? relative(root, text) || '.' : text)
  return {id: output, calls: calls.map((call) => call.map(inStore))}
}

/** SQLite's `synchronous`: a commit is on the disk when it returns. */
const FULL = '2'

const positionOf = (calls: string[][], ...wanted: string[]) =>
  calls.findIndex((call) => wanted.every((part, place) => call[place] === part))

test('forces files, then directories, then the index, then the ledger to the disk before the swap', () => {
  const root = realpathSync(temporaryDirectory())
  callsOf(root, 2)
  const {id, calls} = callsOf(root, 3)
  const swap = calls.findIndex(([name, , to]) => name === 'renameSync' && to === 'current')
  const index = positionOf(calls, 'commit', 'trees.db', FULL)
  const ledger = positionOf(calls, 'commit', 'ledger.db', FULL)

  const put = new Set(
    calls.flatMap(([name, , to = '']) =>
      name === 'linkSync' && to.startsWith(join('files', '/')) ? to : [],
    ),
  )
  const made = calls.flatMap(([name, , to = '']) =>
    name === 'renameSync' && to.startsWith(join('trees', '/')) ? to : [],
  )
  expect(made).toContain(join('trees', id))
  const synced = calls.flatMap(([name, path = ''], at) =>
    name === 'fsync' && at < index ? path : [],
  )
  const folders = [...put].map((path) => path.slice(0, 'files/ab'.length))
  expect(new Set(synced.slice(0, 3))).toEqual(put)
  expect(new Set(synced)).toEqual(new Set([...put, ...folders, ...made, 'files', 'trees']))
  expect([index > 0, index < ledger, ledger < swap]).toEqual([true, true, true])
  expect(calls.slice(swap + 1)).toEqual([['fsync', '.']])
  expect(calls.slice(index, swap).map(([name]) => name)).not.toContain('renameSync')
})

test('forces a large release to the disk by one call, before the index, the ledger and the swap', () => {
  const {calls} = callsOf(realpathSync(temporaryDirectory()), 60)
  const order = calls.flatMap(([name = '', path = '', to = '']) =>
    name === 'spawn' || name === 'commit' ? path : to === 'current' ? to : [],
  )

  // Where the system has no such call, every file and directory is forced to the disk by itself.
  const isAlone = process.platform !== 'linux'
  expect(order).toEqual([...(isAlone ? [] : ['sync']), 'trees.db', 'ledger.db', 'current'])
  expect(calls.filter(([name]) => name === 'fsync').length > 120).toBe(isAlone)
})

test('a release may be killed before any step: what was live stays live or the new one is, whole', async () => {
  const root = realpathSync(temporaryDirectory())
  const old = callsOf(root, 2).id
  const {id, calls} = callsOf(copyOfStore(root), 3)

  for (let killBefore = 1; killBefore <= calls.length; killBefore += 5) {
    const copy = copyOfStore(root)
    expect(runWatched(RELEASE, [copy, '3'], killBefore).wasKilled).toBe(true)

    const live = relative('trees', readlinkSync(join(copy, 'current')))
    expect([old, id]).toContain(live)
    expect((await digestOfTree(join(copy, 'current'))).digest).toBe(live)

    expect(callsOf(copy, 3).id).toBe(id)
    expect((await digestOfTree(join(copy, 'current'))).digest).toBe(id)
  }
})
