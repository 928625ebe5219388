import type {Cause} from '../publisher/builder/protocol.ts'
import type {PageDifference} from '../publisher/releases/ledger/differingPages.ts'
import {addressOf} from './addressOf.ts'
import type {Releases} from './readReleases.ts'
import {resolveRelease} from './resolveRelease.ts'
import {shortId} from './shortId.ts'
import {table} from './table.ts'

/** Which addresses differ from one release to another, and why. */
export function diffReleases(releases: Releases, fromName: string, toName: string): string {
  const from = resolveRelease(releases, fromName)
  const to = resolveRelease(releases, toName)
  const differences = releases.ledger.differingPages(from.sequence, to.sequence)
  const title = `${shortId(from.id)} → ${shortId(to.id)}`
  if (differences.length === 0) return `${title}: no address differs.`
  return `${title}: ${counts(differences)}\n\n${table(differences.map(row))}`
}

function counts(differences: readonly PageDifference[]) {
  const byChange = Object.entries(Object.groupBy(differences, ({change}) => change))
  return byChange.map(([change, of]) => `${of.length} ${change}`).join(', ')
}

const row = ({change, path, because}: PageDifference) => [
  change,
  addressOf(path),
  because.map(inWords).join('; '),
]

/** `meeting-florence: title (fr)`. */
function inWords({document, field, language}: Cause) {
  const part = field === null ? '' : `: ${field}`
  return `${document}${part}${language === null ? '' : ` (${language})`}`
}
