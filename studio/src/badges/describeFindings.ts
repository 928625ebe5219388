import type {Finding} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'
import type {DocumentBadgeDescription, SchemaType} from 'sanity'

import {sayFinding, sayLeftOut} from '../advice/sayFinding.ts'
import {fieldTitle} from '../receipts/fieldsOf.ts'
import type {Say} from '../receipts/say.ts'
import {quoted} from '../receipts/whatChanged.ts'

/** As many as anybody reads above a badge. */
const MOST_TOLD = 4

/** How many parts the site leaves out, and above the badge which; no badge where it leaves out none. */
export function describeFindings(
  say: Say,
  type: SchemaType | undefined,
  findings: readonly Finding[],
): DocumentBadgeDescription | null {
  if (findings.length === 0) return null
  const told = findings.slice(0, MOST_TOLD).map((finding) => {
    const field = quoted(say, fieldTitle(type, pathText(finding.path)), finding.language)
    return `${field} – ${sayFinding(say, finding)}`
  })
  const untold = findings.length - told.length
  return {
    label: sayLeftOut(say, findings.length),
    title: [...told, ...(untold > 0 ? [say('and {count} more', {count: untold})] : [])].join(' · '),
    color: 'warning',
  }
}
