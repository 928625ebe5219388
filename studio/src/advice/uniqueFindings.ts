import type {Finding} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'

/** Each finding once, however many receipts or programs tell of it. What is so in several languages has none. */
export function uniqueFindings(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, keyOf).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const isOneLanguage = same.every(({language}) => language === first.language)
    return [isOneLanguage ? first : {...first, language: null}]
  })
}

/** What a finding is known by in a list. */
export const keyOf = ({document, path, expected}: Finding): string =>
  [document, pathText(path), expected].join(' ')
