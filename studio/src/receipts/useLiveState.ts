import {useEffect} from 'react'
import {getPublishedId, useSchema} from 'sanity'

import type {Build} from './build.ts'
import type {LiveState} from './liveState.ts'
import {liveState} from './liveState.ts'
import {hasPages} from './hasPages.ts'
import {askAgain} from './publisherNews.ts'
import {useBuild} from './useBuild.ts'
import {useHeldBack} from './useHeldBack.ts'
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

/** Where a document stands between Publish and the visitor, and what there is to know of its publisher. */
export interface LiveNews {
  state: LiveState | undefined
  /** The publisher does not answer. */
  isAway: boolean
  /** The large build that a document on its way waits for. */
  build: Build | undefined
  /** Milliseconds since 1970. */
  now: number
}

/** Where a document stands, kept up to date while it is shown. */
export function useLiveState({id, type, published = null}: Document): LiveNews {
  const document = getPublishedId(id)
  const {receipts, publisher} = useReceipts(document, RECENT_RECEIPTS)
  const held = useHeldBack().find((each) => each.document === document)
  const schema = useSchema()
  const now = useNow()
  const isKnown = publisher === 'answers' || publisher === 'away'
  const state: LiveState | undefined = isKnown
    ? liveState({published, receipts, held, hasPages: hasPages(schema.get(type)), now})
    : undefined

  // The publish may have been told before this Studio heard of the new revision, or not at all.
  const isExpected = state?.kind === 'publishing' || state?.kind === 'leaving'
  useEffect(() => {
    if (!isExpected) return undefined
    const timer = setInterval(askAgain, IMPATIENT_MS)
    return () => clearInterval(timer)
  }, [isExpected])

  const build = useBuild(isKnown)
  return {state, isAway: publisher === 'away', build: isExpected ? build : undefined, now}
}
