import type {Call, Policy} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'

import type {Content} from '#content/createContent.ts'
import {timeZoneName} from '#i18n/names.ts'
import {partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'
import type {CallState} from './callState.ts'
import {callState, callStateText, tellingCallState} from './callState.ts'

/** The rounds of applications, as the page of a policy shows them. */
export function callViews(content: Content, {calls, state}: Policy, t: Translator) {
  return (calls ?? []).map((call) => ({
    label: localized(call.label, t.locale),
    state: markOf(callState(content, call, state?.value), t, 'call'),
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

/** The one call a row of the table tells of. What has ended is told only where the policy itself is not said to have. */
export function callMark(content: Content, {calls, state}: Policy, t: Translator) {
  const states = (calls ?? [])
    .map((call) => callState(content, call, state?.value))
    .filter((each) => each !== undefined)
  const isOver = state?.value === 'closed' || state?.value === 'dropped'
  return isOver ? undefined : markOf(tellingCallState(states), t, 'table')
}

function markOf(state: CallState | undefined, t: Translator, place: 'table' | 'call') {
  const text = state && callStateText(state, t, place)
  return text ? {text, open: state.value !== 'closedSince'} : undefined
}

const hasHours = ({opens, closes, deadlines = []}: Call) =>
  [opens, closes, ...deadlines].some((date) => date?.time !== undefined)
