import {createCommitter, type Commit, type Committed} from './createCommitter.ts'
import {createDatasetList} from './createDatasetList.ts'
import {createDocumentReader} from './createDocumentReader.ts'
import {createExporter} from './createExporter.ts'
import {createHistoryReader} from './createHistoryReader.ts'
import {createKeyValues} from './createKeyValues.ts'
import {createReferenceReader} from './createReferenceReader.ts'
import {createSchedules} from './createSchedules.ts'
import {createWebhookCursors} from './createWebhookCursors.ts'
import {createLogThinning} from './log/createLogThinning.ts'
import {openDatabase} from './openDatabase.ts'

/** Everything the lake keeps, in one SQLite file. */
export type Store = ReturnType<typeof createStore>

/**
 * Opens the store in `file`, creating it when absent. Reads see every commit that was acknowledged.
 * `onCommit` listeners are called in commit order, after the commit is on disk; they must not throw.
 * `now` tells which moments are still to come.
 */
export function createStore(file: string, now = () => new Date()) {
  const database = openDatabase(file)
  const {followChange, ...schedules} = createSchedules(database, now)
  const commitToDatabase = createCommitter(database, {followChange})
  const listeners = new Set<(committed: Committed) => void>()

  return {
    file,
    ...createDatasetList(database),
    ...createDocumentReader(database),
    ...createReferenceReader(database),
    ...createHistoryReader(database),
    ...createKeyValues(database),
    ...createWebhookCursors(database),
    ...schedules,
    ...createExporter(file),
    ...createLogThinning(database),

    /** Writes one transaction durably, then tells the listeners. Throws, having written nothing, when its id was used. */
    commit(commit: Commit): Committed {
      const committed = commitToDatabase(commit)
      for (const listener of listeners) listener(committed)
      return committed
    },

    /** Calls `listener` after each commit; returns the function that stops it. */
    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },

    /** Closes the file. Nothing may be called afterwards. */
    close: () => database.close(),
  }
}
