import {useEffect} from 'react'
import {getPublishedId, useSchema} from 'sanity'

import type {LiveState} from './liveState.ts'
import {liveState} from './liveState.ts'
import {hasPages} from './hasPages.ts'
import {askAgain} from './publisherNews.ts'
import {useNow} from './useNow.ts'
import {useReceipts} from './useReceipts.ts'

/** As many as two publishes have receipts at least: the newest, and what was live before. */
export const RECENT_RECEIPTS = 60
const IMPATIENT_MS = 1000

interface Document {
  id: string
  type: string
  published: {_rev: string; _updatedAt: string} | null | undefined
}

/** Where a document stands between Publish and the visitor, and whether the publisher still answers. */
export function useLiveState({id, type, published = null}: Document) {
  const {receipts, publisher} = useReceipts(getPublishedId(id), RECENT_RECEIPTS)
  const schema = useSchema()
  const now = useNow()
  const isKnown = publisher === 'answers' || publisher === 'away'
  const state: LiveState | undefined = isKnown
    ? liveState({published, receipts, hasPages: hasPages(schema.get(type)), now})
    : undefined

  // The publish may have been told before this Studio heard of the new revision, or not at all.
  const isExpected = state?.kind === 'publishing' || state?.kind === 'leaving'
  useEffect(() => {
    if (!isExpected) return undefined
    const timer = setInterval(askAgain, IMPATIENT_MS)
    return () => clearInterval(timer)
  }, [isExpected])

  return {state, isAway: publisher === 'away', now}
}
