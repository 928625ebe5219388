import type {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

import type {HeldBack} from '../../builder/protocol.ts'
import {refusalSchema} from '../../receipts/refusalSchema.ts'

/** A document that a release holds back: see `HeldBack`. */
export interface RecordedHeldBack extends HeldBack {
  /** The revisions of what it refers to; `null` of what was not there. */
  dependsOn: Record<string, string | null>
}

const heldBack = z.array(
  z.object({
    document: z.string(),
    documentType: z.string(),
    revision: z.string().nullable(),
    shown: z.string().nullable(),
    since: z.string(),
    refusal: refusalSchema,
    dependsOn: z.record(z.string(), z.string().nullable()),
  }),
)

/** Reads which versions of documents the newest release shows. */
export function createContentReader(database: DatabaseSync) {
  const newest = database.prepare(
    `SELECT held_back FROM releases WHERE kind = 'site' ORDER BY sequence DESC LIMIT 1`,
  )
  const shown = database.prepare('SELECT id, revision FROM shown_documents')
  const version = database.prepare(
    'SELECT document FROM held_versions WHERE id = ? AND revision = ?',
  )
  return {
    /** The documents that the newest release holds back. */
    heldBack(): RecordedHeldBack[] {
      const row = newest.get()
      return row ? heldBack.parse(JSON.parse(String(row['held_back']))) : []
    },
    /** The revision of each document that the newest release shows. */
    shownRevisions: (): Map<string, string> =>
      new Map(shown.all().map(({id, revision}) => [String(id), String(revision)])),
    /** The older version that is shown of a document that is held back, as it was recorded. */
    heldVersion(id: string, revision: string): unknown {
      const json = version.get(id, revision)?.['document']
      return typeof json === 'string' ? JSON.parse(json) : undefined
    },
  }
}
