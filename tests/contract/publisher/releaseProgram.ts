import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'

/** `node releaseProgram.ts ROOT COUNT`: makes a site of so many pages on top of the newest one; prints its id. */
const [, , root = '', count = ''] = process.argv
const store = openReleaseStore(root)
const ledger = openLedger(ledgerPath(root))
const pages = Array.from({length: Number(count)}, (_, number) => ({
  path: `fr/${number}/index.html`,
  hash: store.putFile(Buffer.from(`page ${number} of ${count}`)),
  language: 'fr',
  document: null,
  reads: '[]',
  because: [],
}))
const base = ledger.head()?.id
const id = store.update(base, new Map(pages.map(({path, hash}) => [path, hash])))
store.flush()
ledger.recordRelease({
  id,
  at: new Date().toISOString(),
  pages: pages.length,
  code: 'code',
  madeFrom: 'content',
  nextChangeAt: null,
  changes: pages,
})
store.swap(id)
process.stdout.write(id)
