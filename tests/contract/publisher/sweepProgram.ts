import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'

/** `node sweepProgram.ts ROOT`: keeps the two newest releases, the live and the pinned one. */
const [, , root = ''] = process.argv
const store = openReleaseStore(root)
store.sweep({newest: 2})
store.close()
