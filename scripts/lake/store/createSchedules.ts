import type {DatabaseSync} from 'node:sqlite'

import {publishTimeOf} from '../schedules/publishTimeOf.ts'
import {isDraftId} from '../transactions/documentIds.ts'
import {textOf, type Row} from './columns.ts'
import type {Change} from './createCommitter.ts'

/** A draft that the lake is to publish by itself. */
export interface Schedule {
  dataset: string
  draftId: string
  /** ISO 8601, UTC, with milliseconds: texts compare as times do. */
  publishAt: string
}

/** What the committer needs of the schedules. */
export type Schedules = Pick<ReturnType<typeof createSchedules>, 'followChange'>

/** The drafts with a `publishAt` that was still to come when it was written. `now` is the clock on the wall. */
export function createSchedules(database: DatabaseSync, now: () => Date) {
  const arm = database.prepare(
    `INSERT INTO schedules (dataset, draft_id, publish_at) VALUES (?, ?, ?)
     ON CONFLICT (dataset, draft_id) DO UPDATE SET publish_at = excluded.publish_at`,
  )
  const disarmUnlessAt = database.prepare(
    'DELETE FROM schedules WHERE dataset = ? AND draft_id = ? AND publish_at <> ?',
  )
  const selectDue = database.prepare(
    'SELECT * FROM schedules WHERE publish_at <= ? ORDER BY publish_at, dataset, draft_id',
  )
  const selectOne = database.prepare(
    'SELECT * FROM schedules WHERE dataset = ? AND draft_id = ? AND publish_at = ?',
  )

  return {
    /**
     * Arms, moves or takes away the schedule of a draft, as a change leaves it; to be called inside the commit. A time
     * already past arms nothing: else an edit of what was published long ago would go live by each keystroke. But one
     * that was armed, and is still to be carried out, stays.
     */
    followChange(dataset: string, {documentId, after}: Change) {
      if (!isDraftId(documentId)) return
      const publishAt = after ? publishTimeOf(after) : undefined
      if (publishAt !== undefined && publishAt > now().toISOString()) {
        arm.run(dataset, documentId, publishAt)
      } else {
        disarmUnlessAt.run(dataset, documentId, publishAt ?? 'never')
      }
    },

    /** The schedules whose moment has come, the earliest first. */
    dueSchedules: (): Schedule[] => selectDue.all(now().toISOString()).map(scheduleIn),

    /** Whether a schedule is still the one of its draft. */
    isArmed: ({dataset, draftId, publishAt}: Schedule) =>
      selectOne.get(dataset, draftId, publishAt) !== undefined,
  }
}

function scheduleIn(row: Row): Schedule {
  return {
    dataset: textOf(row, 'dataset'),
    draftId: textOf(row, 'draft_id'),
    publishAt: textOf(row, 'publish_at'),
  }
}
