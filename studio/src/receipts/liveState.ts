import type {Finding} from '@coworkmed/schemas/parse/finding'

import {absence} from './absence.ts'
import type {HeldBackState} from './heldBackState.ts'
import {heldBackState, isAboutPublished} from './heldBackState.ts'
import type {HeldBack} from './parseHeldBack.ts'
import type {Receipt} from './parseReceipts.ts'
import type {Refusal} from './parseRefusal.ts'
import type {Publish} from './publishes.ts'
import {publishesOf} from './publishes.ts'

/** The published version of a document, as far as it matters here. */
interface Published {
  _rev: string
  _updatedAt: string
}

/** What visitors have of a document, for its officer. */
export type LiveState =
  /** On its way to the site, or off it. */
  | {kind: 'publishing'}
  | {kind: 'leaving'}
  /** `ms`: from Publish to live. */
  | {kind: 'live'; at: string; ms: number}
  /** Gone from the site. */
  | {kind: 'gone'; at: string}
  /** Published, and without a page: none of its addresses can be used. */
  | {kind: 'absent'; finding: Finding}
  /** Built; the site is held at an older state. `isLeaving`: the document was withdrawn. */
  | {kind: 'waiting'; isLeaving: boolean; before: string | null}
  /** `before`: since when visitors see the version before, if there is one. */
  | {kind: 'refused'; isLeaving: boolean; refusal: Refusal; before: string | null}
  | HeldBackState

/** Without any receipt, older publishes are from before there were receipts. */
const EXPECTED_WITHIN_MS = 10 * 60_000

interface DocumentNow {
  /** `null` when the document is not published. */
  published: Published | null
  /** Of this document, newest first. */
  receipts: readonly Receipt[]
  /** What the publisher's status says of it, if it is held back. */
  held?: HeldBack | undefined
  /** Whether documents of this type have pages of their own. */
  hasPages: boolean
  /** Milliseconds since 1970. */
  now: number
}

/** Where a document stands between Publish and the visitor; `undefined` when there is nothing to tell. */
export function liveState({
  published,
  receipts,
  held,
  hasPages,
  now,
}: DocumentNow): LiveState | undefined {
  if (held && isAboutPublished(held, published)) return heldBackState(held)
  const [newest, ...older] = publishesOf(receipts)
  if (!newest) {
    const isFresh = published && now - Date.parse(published._updatedAt) < EXPECTED_WITHIN_MS
    return isFresh ? {kind: 'publishing'} : undefined
  }
  if (isBehind(newest, published)) return {kind: published ? 'publishing' : 'leaving'}
  return stateOf(newest, older, hasPages)
}

/** The publisher may also be ahead of what this Studio has heard of. */
function isBehind({revision, publishedAt}: Publish, published: Published | null) {
  if (revision === (published?._rev ?? null)) return false
  return published === null || Date.parse(publishedAt) < Date.parse(published._updatedAt)
}

function stateOf(newest: Publish, older: readonly Publish[], hasPages: boolean): LiveState {
  const before = older.find(({outcome}) => outcome === 'live')?.liveAt ?? null
  const refusal = newest.receipts.find((receipt) => receipt.refusal)?.refusal
  const isLeaving = newest.revision === null
  if (newest.outcome === 'refused' && refusal) return {kind: 'refused', isLeaving, refusal, before}
  if (newest.outcome === 'heldBack' && refusal) {
    const since = newest.publishedAt
    return {kind: 'heldBack', isLeaving, isShown: before !== null, since, refusal}
  }
  if (newest.liveAt === null) return {kind: 'waiting', isLeaving, before}
  const finding = absence(newest)
  if (finding) return {kind: 'absent', finding}
  return isGone(newest, hasPages)
    ? {kind: 'gone', at: newest.liveAt}
    : {kind: 'live', at: newest.liveAt, ms: msToLive(newest)}
}

/** Whether a publish left no page of the document on the site. */
export const isGone = ({revision, receipts}: Publish, hasPages: boolean) =>
  revision === null || (hasPages && receipts.every(({address}) => address === null))

/** Milliseconds from Publish to live; 0 where the clocks of two machines disagree. */
export const msToLive = ({publishedAt, liveAt}: Publish) =>
  liveAt === null ? 0 : Math.max(0, Date.parse(liveAt) - Date.parse(publishedAt))
