import type {Finding} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'

import {onOneLine} from '../onOneLine.ts'
import type {CheckedContent} from './checkContent.ts'
import type {HeldBackDocument} from './heldBackDocument.ts'

/** Findings of one document that are shown; it says how many more there are. */
const SHOWN = 20

/** What was found, a line for each finding, document by document; then how much it is. */
export function checkReport({count, findings, heldBack}: CheckedContent): string {
  const byDocument = Map.groupBy(findings, ({document}) => document)
  const documents = [...byDocument].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const lines = [
    ...documents.flatMap(([document, found]) => findingLines(document, found)),
    ...heldBack.map(heldBackLine).toSorted(),
  ]
  const found = `${counted(findings.length, 'finding')} in ${byDocument.size} of ${counted(count, 'document')}`
  const summary = findings.length > 0 ? found : `No findings in ${counted(count, 'document')}`
  return [...lines.map(onOneLine), `${summary}; ${heldBackCount(heldBack)}`].join('\n')
}

function findingLines(document: string, findings: readonly Finding[]) {
  const lines = findings.map(findingText).toSorted()
  const more = lines.length - SHOWN
  const shown = more > 0 ? [...lines.slice(0, SHOWN), `… and ${more} more`] : lines
  return shown.map((line) => `${document}  ${line}`)
}

function findingText({path, language, expected, found}: Finding) {
  const place = `${pathText(path)}${inLanguage(language)}`
  return `${place}: ${expected}${found === '' ? '' : ` There is: ${quoted(found)}`}`
}

/** Objects and lists are JSON already. */
const quoted = (found: string) => (/^[[{]/.test(found) ? found : `"${found}"`)

const heldBackLine = ({document, message, field, language}: HeldBackDocument) =>
  `${document}  ${field ?? ''}${inLanguage(language)}`.trimEnd() + ` would be held back: ${message}`

const inLanguage = (language: string | null) => (language === null ? '' : ` (${language})`)

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

function heldBackCount(heldBack: readonly HeldBackDocument[]) {
  const count = new Set(heldBack.map(({document}) => document)).size
  return count === 0 ? 'none would be held back.' : `${count} would be held back.`
}
