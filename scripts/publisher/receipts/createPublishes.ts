import type {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

import type {Refusal} from '../builder/protocol.ts'
import {inTransaction} from '../releases/inTransaction.ts'
import type {ReceiptDraft} from './receipt.ts'
import {insertReceipts} from './insertReceipts.ts'

/** A release that passed its gate, and what became of it; its receipts share its fate. */
export type Publish = z.infer<typeof publishRow>

const publishRow = z.object({
  sequence: z.number(),
  state: z.enum(['prepared', 'live', 'waiting']),
  release: z.string(),
  pages: z.number(),
  at: z.string(),
  liveAt: z.string().nullable(),
})

const textOrUndefined = (value: unknown) => (typeof value === 'string' ? value : undefined)

const parsePublish = (row: unknown): Publish | undefined =>
  row === undefined ? undefined : publishRow.parse(row)

/** The oldest publishes go, with their receipts, when there are more: some 400 MB. */
const MOST_RECEIPTS = 200_000

/** So many receipts are written at once; a webhook may come in between. */
const AT_ONCE = 500

/**
 * The publishes, oldest first: `begun` while its receipts are written, `prepared` until it is known whether it goes
 * live, then `live` or, while the site is pinned to an older release, `waiting`. The last attempt may be `refused`.
 * What is prepared can be finished after a crash; what is only begun is forgotten.
 */
export function createPublishes(database: DatabaseSync, mostReceipts = MOST_RECEIPTS) {
  const columns = 'sequence, state, release, pages, at, live_at AS liveAt'
  const newest = database.prepare(
    `SELECT ${columns} FROM publishes WHERE state IN ('prepared', 'live', 'waiting')
     ORDER BY sequence DESC LIMIT 1`,
  )
  const newestOf = database.prepare(
    `SELECT ${columns} FROM publishes WHERE release = ? AND state IN ('prepared', 'live', 'waiting')
     ORDER BY sequence DESC LIMIT 1`,
  )
  const liveSince = database.prepare(
    `SELECT min(live_at) AS at FROM publishes WHERE state = 'live' AND sequence > (
       SELECT coalesce(max(sequence), 0) FROM publishes WHERE state = 'live' AND release <> ?
     )`,
  )
  const insert = database.prepare(
    'INSERT INTO publishes (state, release, pages, at, refusal) VALUES (?, ?, ?, ?, ?)',
  )
  const setState = database.prepare('UPDATE publishes SET state = ? WHERE sequence = ?')
  const hold = database.prepare(`UPDATE publishes SET state = 'waiting' WHERE state = 'prepared'`)
  const raise = database.prepare(
    `UPDATE publishes SET state = 'live', live_at = ?, swap_ms = ?
     WHERE sequence <= ? AND state IN ('prepared', 'waiting')`,
  )
  const lower = database.prepare(
    `UPDATE publishes SET state = 'waiting', live_at = NULL WHERE sequence > ? AND state = 'live'`,
  )
  const forget = database.prepare('DELETE FROM publishes WHERE state = ?')
  const forgetOldest = database.prepare(
    `DELETE FROM publishes WHERE sequence < (SELECT max(sequence) FROM publishes) AND sequence < (
       SELECT publish FROM receipts WHERE id <= (SELECT max(id) FROM receipts) - ?
       ORDER BY id DESC LIMIT 1
     )`,
  )

  return {
    /** The newest release that passed its gate, live or not. */
    newest: () => parsePublish(newest.get()),
    /** The publish by which a release came last. */
    newestOf: (release: string) => parsePublish(newestOf.get(release)),
    /** Since when the newest live release has been what visitors get: later publishes may have changed nothing of it. */
    liveSince: (release: string) => textOrUndefined(liveSince.get(release)?.['at']),
    /** Keeps what a release will be told as, before it may go live. Durable when it resolves. */
    async prepare(
      {release, pages, at}: Pick<Publish, 'release' | 'pages' | 'at'>,
      receipts: readonly ReceiptDraft[],
    ): Promise<void> {
      let sequence = 0
      for (let from = 0; from === 0 || from < receipts.length; from += AT_ONCE) {
        if (from > 0) await new Promise(setImmediate)
        inTransaction(database, () => {
          if (from === 0)
            sequence = Number(insert.run('begun', release, pages, at, null).lastInsertRowid)
          insertReceipts(database, sequence, receipts.slice(from, from + AT_ONCE))
          if (from + AT_ONCE >= receipts.length) setState.run('prepared', sequence)
        })
      }
    },
    /** Keeps why nothing went live, in place of what was refused before. */
    refuse(refusal: Refusal, at: string, receipts: readonly ReceiptDraft[]): void {
      inTransaction(database, () => {
        forget.run('refused')
        const told = JSON.stringify(refusal)
        const {lastInsertRowid} = insert.run('refused', null, 0, at, told)
        insertReceipts(database, Number(lastInsertRowid), receipts)
      })
    },
    /** What was refused is so no more: all that was published is in a release. */
    forgetRefusals: () => void forget.run('refused'),
    /** Forgets the oldest publishes when there are too many receipts; never the newest. A clock that is wrong forgets none. */
    forgetOldest: () => void forgetOldest.run(mostReceipts),
    /** What a crash left without all its receipts cannot have gone live. */
    forgetBegun: () => void forget.run('begun'),
    /** A release whose files are no more can never go live. */
    forgetPrepared: () => void forget.run('prepared'),
    /** What is prepared does not go live now: the site is pinned. */
    hold: () => void hold.run(),
    /** Tells each publish what is so: live up to the one by which this release came, waiting after it. */
    alignWith(release: string | undefined, at: string, swapMs: number | null = null): void {
      const live = release === undefined ? undefined : parsePublish(newestOf.get(release))
      if (!live) return
      inTransaction(database, () => {
        raise.run(at, swapMs, live.sequence)
        lower.run(live.sequence)
      })
    },
  }
}

export type Publishes = ReturnType<typeof createPublishes>
