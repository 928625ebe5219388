import type {DocumentBadgeComponent} from 'sanity'
import {getPublishedId, useSchema} from 'sanity'

import {findingsOf} from '../advice/findingsOf.ts'
import {toldFindings} from '../advice/toldFindings.ts'
import {uniqueFindings} from '../advice/uniqueFindings.ts'
import type {Say} from '../receipts/say.ts'
import {RECENT_RECEIPTS} from '../receipts/useLiveState.ts'
import {useReceipts} from '../receipts/useReceipts.ts'
import {describeFindings} from './describeFindings.ts'

/** The badge that says how much of a document the site leaves out. */
export function findingsBadge(say: Say): DocumentBadgeComponent {
  return function useFindingsBadge({id, type, draft, published, version}) {
    const {receipts} = useReceipts(getPublishedId(id), RECENT_RECEIPTS)
    const schema = useSchema()
    const shown = version ?? draft ?? published
    if (!shown) return null
    // What the publisher told is of the published version: a draft may have mended it.
    const told = shown === published ? toldFindings(receipts, published._rev) : []
    return describeFindings(say, schema.get(type), uniqueFindings([...findingsOf(shown), ...told]))
  }
}
