import {setPriority} from 'node:os'

import {openLedger} from '../releases/ledger/openLedger.ts'
import {ledgerPath} from '../releases/storePaths.ts'
import {afterworks} from './afterworks.ts'
import {parseRequest} from './protocol.ts'

/** Behind builds and visitors. */
const LOW_PRIORITY = 10

/** A process for one release: does all afterwork, records the result, and tells its id. It makes nothing live. */
async function main(message: unknown) {
  setPriority(LOW_PRIORITY)
  const {root, release} = parseRequest(message)
  let result = release
  for (const work of afterworks) result = await work(root, result)
  if (result !== release) record(root, release, result)
  process.send?.({release: result}, undefined, undefined, () => process.exit(0))
}

/** Releases that are recorded are kept as long as those they were made for. */
function record(root: string, base: string, id: string) {
  const ledger = openLedger(ledgerPath(root))
  try {
    ledger.recordCompressed({id, base, at: new Date().toISOString()})
  } finally {
    ledger.close()
  }
}

process.on('disconnect', () => process.exit(1)) // nobody is left to make it live
process.once('message', (message) => {
  main(message).catch((error) => {
    process.stderr.write(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
})
