import type {Finding} from '@coworkmed/schemas/parse/finding'

import {uniqueFindings} from '../advice/uniqueFindings.ts'
import type {Publish} from './publishes.ts'

/** Why a document that went live has no page: none of its addresses can be used. `undefined` where it has one, or is gone. */
export function absence({outcome, revision, receipts}: Publish): Finding | undefined {
  if (outcome !== 'live' || revision === null) return undefined
  if (receipts.some(({address}) => address !== null)) return undefined
  const findings = uniqueFindings(receipts.flatMap((receipt) => receipt.findings))
  return findings.find(({path}) => path[0] === 'slug')
}
