import {z} from 'zod'

/** A release as it is recorded. `sequence` grows; the same site recorded again later has the same id and another number. */
export interface Release {
  sequence: number
  /** The hash of its root. */
  id: string
  /** `compressed` is the site of release `base` with compressed copies beside its files. */
  kind: 'site' | 'compressed'
  base: string | null
  /** When it was made, ISO 8601. */
  at: string
  /** How many HTML pages it has. */
  pages: number
  /** How many files differ from the release before. */
  changed: number
  /** Digest of the site's code. */
  code: string
  /** Digest of the content. */
  madeFrom: string
  /** When the site changes without anybody's doing, ISO 8601; `null` when no page waits for the clock. */
  nextChangeAt: string | null
}

const row = z.object({
  sequence: z.number(),
  id: z.string(),
  kind: z.enum(['site', 'compressed']),
  base: z.string().nullable(),
  at: z.string(),
  pages: z.number(),
  changed: z.number(),
  code: z.string(),
  madeFrom: z.string(),
  nextChangeAt: z.string().nullable(),
})

export const parseRelease = (value: unknown): Release => row.parse(value)

/** The columns of a release under their names in `Release`. */
export const RELEASE_COLUMNS =
  'sequence, id, kind, base, at, pages, changed, code, made_from AS madeFrom, next_change_at AS nextChangeAt'
