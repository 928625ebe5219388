import {rmSync} from 'node:fs'
import {hash} from 'node:crypto'

import {expect, test} from 'vitest'

import type {AfterworkResult} from '../../../scripts/publisher/afterwork/createAfterwork.ts'
import {createAfterwork} from '../../../scripts/publisher/afterwork/createAfterwork.ts'
import {runAfterwork} from '../../../scripts/publisher/afterwork/runAfterwork.ts'
import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {filePath, ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'
import {emptyStore} from './releaseOfFiles.ts'

const page = (text: string) => ({'fr/index.html': `<p>${text}</p>`.repeat(300)})

/** A store with a release that is live, and its afterwork with what it told. */
function liveSite(run = runAfterwork) {
  const site = emptyStore()
  const first = site.release(page('one'))
  site.store.swap(first)
  const results: AfterworkResult[] = []
  const afterwork = createAfterwork({
    root: site.root,
    live: site.store.live,
    swap: site.store.swap,
    onResult: (result) => results.push(result),
    run,
  })
  return {...site, first, results, afterwork}
}

test('puts the compressed release in place of the one it was made for, and records it', async () => {
  const {root, store, first, results, afterwork, filesOf} = liveSite()
  recordSite(root, first)

  afterwork.request(first)
  expect(afterwork.isRunning()).toBe(true)
  await afterwork.idle()
  expect(afterwork.isRunning()).toBe(false)

  const second = store.live() ?? ''
  expect(results).toMatchObject([{release: first, outcome: 'live', second, reason: null}])
  expect([...filesOf(second).keys()]).toEqual([
    'fr/index.html',
    'fr/index.html.br',
    'fr/index.html.gz',
  ])
  const ledger = openLedger(ledgerPath(root), {readOnly: true})
  expect(ledger.siteOf(second)?.id).toBe(first)
  ledger.close()
})

test('leaves the live release when the work fails, and says why', async () => {
  const {root, store, first, results, afterwork} = liveSite()
  rmSync(filePath(root, hash('sha256', page('one')['fr/index.html'])))

  afterwork.request(first)
  await afterwork.idle()

  expect(store.live()).toBe(first)
  expect(results).toMatchObject([{outcome: 'failed', second: null}])
  expect(results[0]?.reason).toContain('ENOENT')
})

test('does not put an older release back when another went live meanwhile', async () => {
  const {store, first, results, afterwork, release} = liveSite(async (request) => {
    const second = await runAfterwork(request)
    store.swap(newer)
    return second
  })
  const newer = release(page('two'))

  afterwork.request(first)
  await afterwork.idle()

  expect(store.live()).toBe(newer)
  expect(results).toMatchObject([{outcome: 'superseded'}])
})

test('works on the newest of the releases that came during a run', async () => {
  const asked: string[] = []
  const {first, afterwork} = liveSite(async ({release}) => {
    asked.push(release)
    await new Promise(setImmediate)
    return release
  })

  for (const release of [first, 'second', 'third', 'fourth']) afterwork.request(release)
  await afterwork.idle()

  expect(asked).toEqual([first, 'fourth'])
})

test('ends a run with the publisher, and begins no other', async () => {
  const {store, first, results, afterwork} = liveSite()

  afterwork.request(first)
  afterwork.request(first)
  await afterwork.close()
  afterwork.request(first)

  expect(store.live()).toBe(first)
  expect(results).toEqual([])
})

function recordSite(root: string, id: string) {
  const ledger = openLedger(ledgerPath(root))
  const at = '2026-11-23T09:00:00.000Z'
  ledger.recordRelease({
    id,
    at,
    pages: 1,
    code: 'code',
    madeFrom: 'content',
    nextChangeAt: null,
    changes: [],
  })
  ledger.close()
}
