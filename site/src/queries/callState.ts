import type {Call, PartialDate, Policy} from '@coworkmed/schemas/content.generated'
import {parsePartialDate} from '@coworkmed/schemas/partialDates'

import type {Content} from '#content/createContent.ts'
import {momentOf, momentOfEnd} from '#i18n/moments.ts'
import {partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'

/** Whether a call takes applications at the moment, and the date that says so. */
export interface CallState {
  value: 'openUntil' | 'openSince' | 'opensOn' | 'closedSince'
  date: PartialDate
  /** When that date comes or came; `''` for what has no end. */
  moment: string
}

/**
 * The state of a call by its own dates and the hour. `undefined` where these say nothing: whether an opening without an
 * end is still open is known only while its policy is said to be.
 */
export function callState(
  content: Content,
  call: Call,
  policyState: PolicyState,
): CallState | undefined {
  const {opens, exhaustedOn, timeZone} = call
  if (exhaustedOn?.value) {
    return {
      value: 'closedSince',
      date: exhaustedOn,
      moment: momentOfEnd(exhaustedOn, timeZone) ?? '',
    }
  }
  const end = endOf(call)
  if (end && content.isPast(end.moment)) return {value: 'closedSince', ...end}
  if (policyState === 'closed' || policyState === 'dropped') return undefined

  const opening = momentOf(opens, timeZone)
  if (opens && opening && !content.isPast(opening)) {
    return {value: 'opensOn', date: opens, moment: opening}
  }
  const isOpen = policyState === 'open'
  if (end) return opening || isOpen ? {value: 'openUntil', ...end} : undefined
  return opens && opening && isOpen ? {value: 'openSince', date: opens, moment: ''} : undefined
}

/** Of several calls the one to tell of first: open and soonest to close, else next to open, else last to have closed. */
export const tellingCallState = (states: readonly CallState[]): CallState | undefined =>
  states.toSorted((a, b) => {
    const [first, second] = a.value === 'closedSince' ? [b, a] : [a, b]
    return ORDER.indexOf(a.value) - ORDER.indexOf(b.value) || compare(first.moment, second.moment)
  })[0]

/** `Ouvert jusqu’au 3 octobre 2022, 15 h`; in a table, where it stands beside other things, it says that it is a call. */
export function callStateText(
  {value, date}: CallState,
  t: Translator,
  place: 'table' | 'call',
): string | undefined {
  const precision = parsePartialDate(date.value)?.precision
  const {value: day, time} = date
  const shown = {...(day ? {value: day} : {}), ...(time && place === 'call' ? {time} : {})}
  const text = partialDateText(shown, t)
  return precision && text && t(`policy.call.${value}`, {place, precision, date: text})
}

type PolicyState = NonNullable<Policy['state']>['value'] | undefined

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

const ORDER: readonly CallState['value'][] = ['openUntil', 'openSince', 'opensOn', 'closedSince']

/** When a call ends: at its closing, else at the last of its deadlines, unless it goes on after each. */
function endOf({closes, deadlines, rolling, timeZone}: Call) {
  const dates = closes?.value ? [closes] : rolling ? [] : (deadlines ?? [])
  return dates
    .flatMap((date) => {
      const moment = momentOfEnd(date, timeZone)
      return moment ? [{date, moment}] : []
    })
    .toSorted((a, b) => (a.moment < b.moment ? -1 : 1))
    .at(-1)
}
