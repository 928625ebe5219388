import {statSync} from 'node:fs'
import {join} from 'node:path'

import {lockFolder} from '../../lockFolder.ts'
import type {Settings} from '../settings.ts'
import {createStore} from '../store/createStore.ts'
import {thinningPasses} from './thinningPasses.ts'

/**
 * Makes the database of a stopped lake as small as it can be: thins the steps of all drafts that went, writes the
 * states of the others as patches, and gives the room back to the disk. Returns a sentence with the sizes. Throws when the lake runs.
 */
export function compact({dataDir, historyDays}: Settings, now = new Date()): string {
  const file = join(dataDir, 'lake.db')
  const unlock = lockFolder(dataDir, 'lake')
  try {
    const store = createStore(file)
    try {
      const before = statSync(file).size
      run(thinningPasses(store, now, {freshMs: 0, historyDays}))
      run(store.encodeAll())
      store.shrink()
      return `${file}: ${megabytes(before)} before, ${megabytes(statSync(file).size)} now.`
    } finally {
      store.close()
    }
  } finally {
    unlock()
  }
}

function run(passes: Iterable<unknown>) {
  for (const _ of passes) continue
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
