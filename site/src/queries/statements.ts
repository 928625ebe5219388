import type {Statement} from '@coworkmed/schemas/content.generated'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'

import {partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'
import type {Citation, Citations} from './citations.ts'

/** What one source says, attributed to it. */
export interface StatementView {
  text: Localized<string>
  citation: Citation | undefined
  asOf: string | undefined
  secondHand: boolean
}

/** What the sources say, each with its source: they may disagree. */
export function statementViews(
  statements: readonly Statement[] | undefined,
  t: Translator,
  citations: Citations,
): StatementView[] {
  return (statements ?? []).flatMap((statement) => {
    const text = localized(statement.text, t.locale)
    if (!text) return []
    return [
      {
        text,
        citation: citations.of(statement.source),
        asOf: partialDateText(statement.asOf, t),
        secondHand: statement.confidence === 'medium',
      },
    ]
  })
}
