import type {Finding} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'

/** Each finding once, however many receipts or programs tell of it. */
export const uniqueFindings = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [keyOf(finding), finding])).values(),
]

/** What a finding is known by in a list. */
export const keyOf = ({document, path, expected}: Finding): string =>
  [document, pathText(path), expected].join(' ')
