import type {Call} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'

import {timeZoneName} from '#i18n/names.ts'
import {partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'

/** The rounds of applications, as the table of a policy shows them. */
export function callViews(calls: readonly Call[] | undefined, t: Translator) {
  return (calls ?? []).map((call) => ({
    label: localized(call.label, t.locale),
    opens: partialDateText(call.opens, t),
    closes: partialDateText(call.closes, t),
    deadlines: (call.deadlines ?? [])
      .map((deadline) => partialDateText(deadline, t))
      .filter((deadline) => deadline !== undefined),
    rolling: call.rolling === true,
    exhaustedOn: partialDateText(call.exhaustedOn, t),
    resultsOn: partialDateText(call.resultsOn, t),
    timeZone: hasHours(call) ? timeZoneName(call.timeZone, t.locale) : undefined,
  }))
}

export type CallView = ReturnType<typeof callViews>[number]

const hasHours = ({opens, closes, deadlines = []}: Call) =>
  [opens, closes, ...deadlines].some((date) => date?.time !== undefined)
