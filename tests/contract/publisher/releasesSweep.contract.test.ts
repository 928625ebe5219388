import {expect, test} from 'vitest'

import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'
import {namesIn, sixReleases, wholeReleases} from '../../unit/publisher/sixReleases.ts'
import {copyOfStore} from './copyOfStore.ts'
import {runWatched} from './runWatched.ts'

const SWEEP = new URL('./sweepProgram.ts', import.meta.url)

test('a sweep may be killed before any step: what is kept stays whole, and the next sweep finishes', async () => {
  const {root, kept, ids} = sixReleases()
  const undisturbed = copyOfStore(root)
  const {calls} = runWatched(SWEEP, [undisturbed])
  const finished = namesIn(undisturbed).toSorted()
  expect(calls.length).toBeGreaterThan(10)

  for (let killBefore = 1; killBefore <= calls.length; killBefore += 1) {
    const copy = copyOfStore(root)
    expect(runWatched(SWEEP, [copy], killBefore).wasKilled).toBe(true)

    expect(await wholeReleases(copy, kept)).toEqual(kept)
    const ledger = openLedger(ledgerPath(copy))
    const promised = ledger.releases().map(({id}) => id)
    expect(await wholeReleases(copy, promised)).toEqual(promised)
    ledger.close()

    const store = openReleaseStore(copy)
    store.sweep({newest: 2})
    store.close()
    expect(namesIn(copy).toSorted()).toEqual(finished)
  }
  expect(await wholeReleases(root, ids)).toEqual(ids)
})
