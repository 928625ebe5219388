import {onTestFinished} from 'vitest'

import type {Cause} from '../../../scripts/publisher/builder/protocol.ts'
import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'
import {emptyStore} from './releaseOfFiles.ts'

/** Texts by path; `null` takes a file away. */
type Edit = Readonly<Record<string, string | null>>

/** A store and its ledger, and releases made one on top of the other, as a publisher makes them. */
export function releaseLine() {
  const {root, store, filesOf} = emptyStore()
  const ledger = openLedger(ledgerPath(root))
  onTestFinished(() => ledger.close())
  let newest: string | undefined

  return {
    root,
    store,
    ledger,
    filesOf,
    /** Makes, records and swaps a release; gives its id. */
    publish(edit: Edit, because: readonly Cause[] = [], at = new Date().toISOString()): string {
      const hashes = Object.entries(edit).map(
        ([path, text]) => [path, text === null ? null : store.putFile(Buffer.from(text))] as const,
      )
      newest = store.update(newest, new Map(hashes))
      store.flush()
      ledger.recordRelease({
        id: newest,
        at,
        pages: hashes.length,
        code: 'code',
        madeFrom: 'content',
        nextChangeAt: null,
        changes: hashes.map(([path, hash]) => ({
          path,
          hash,
          language: 'fr',
          document: null,
          reads: '[]',
          because,
        })),
      })
      store.swap(newest)
      return newest
    },
  }
}
