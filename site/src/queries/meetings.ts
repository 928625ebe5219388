import type {Meeting, Participation} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'
import {comparePartialDates} from '@coworkmed/schemas/partialDates'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {localizedPath} from '#i18n/localizedPath.ts'
import {momentAfter} from '#i18n/moments.ts'
import {asOfText, periodText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {figureAmount} from './amounts.ts'
import type {Citations} from './citations.ts'
import {citations} from './citations.ts'
import {referringLinks, pageLink, pageLinks} from './links.ts'
import {peopleViews} from './people.ts'
import {placeView, shortPlace} from './places.ts'
import {statementViews} from './statements.ts'
import {takeawayView} from './takeaways.ts'

/** Every meeting as a row of the chronicle shows it, latest first; without a date, last. */
export const chronicle = query('chronicle', (content: Content, locale: Locale) =>
  content
    .ids('meeting')
    .map((id) => chronicleRow(content, id, locale))
    .filter((row) => row !== null)
    .toSorted((a, b) => comparePartialDates(b.date, a.date)),
)

export type ChronicleRow = ReturnType<typeof chronicle>[number]

/** The next meeting that is announced or confirmed, until its last day is over; else the latest that was held. */
export function presentMeeting(content: Content, locale: Locale) {
  const rows = chronicle(content, locale)
  const next = rows.findLast(({state, date, endDate}) => {
    const end = momentAfter(endDate ?? date)
    const isAhead = state === 'announced' || state === 'confirmed'
    return isAhead && end !== undefined && !content.isPast(end)
  })
  const last = rows.find(({state}) => state === 'held')
  return {row: next ?? last, isNext: next !== undefined}
}

/** What the page of one meeting shows. */
export function meetingPage(content: Content, locale: Locale, id: string) {
  const meeting = content.get('meeting', {_ref: id}, locale)
  if (!meeting) throw new Error(`The meeting "${id}" is not published. Render its page no more.`)
  const t = translator(locale)
  const cited = citations(content, meeting)
  return {
    title: localized(meeting.title, locale),
    summary: localized(meeting.summary, locale),
    theme: localized(meeting.theme, locale),
    image: meeting.image,
    report: localized(meeting.report, locale),
    takeaways: (meeting.takeaways ?? []).map((each) => takeawayView(content, each, locale)),
    when: meeting.when,
    whenText: periodText(meeting.when, t),
    kinds: kindsOf(meeting),
    sequence: meeting.sequence,
    state: meeting.state && {
      value: meeting.state.value,
      asOf: asOfText(meeting.state.asOf, t),
      citation: cited.of(meeting.state.source),
    },
    place: placeView(content, meeting.place, locale),
    online: meeting.online === true,
    roles: participationsByRole(content, meeting.participations, locale, cited),
    sessions: (meeting.sessions ?? []).map((session) => ({
      title: localized(session.title, locale),
      partners: pageLinks(content, session.partners, locale),
    })),
    people: peopleViews(content, meeting.contributors, locale, cited),
    attendance: figureAmount(meeting.attendance, t, cited),
    related: pageLinks(content, meeting.relatedMeetings, locale),
    relatedFrom: referringLinks(content, {type: 'meeting', id, locale}, (other) =>
      (other.relatedMeetings ?? []).some((reference) => reference._ref === id),
    ),
    statements: statementViews(meeting.statements, t, cited),
    citations: cited.all,
    ...neighbours(content, id, locale),
  }
}

/** The kinds content knows; anything else is left out rather than shown as a code. */
const meetingKinds = [
  'transnational',
  'regionalWorkingGroup',
  'steeringCommittee',
  'seminar',
  'finalConference',
] as const

const chronicleRow = query('chronicleRow', (content: Content, id: string, locale: Locale) => {
  const meeting = content.get('meeting', {_ref: id}, locale)
  const title = localized(meeting?.title, locale)
  const path = meeting && localizedPath(content, meeting, locale)
  if (!meeting || !title || !path) return null
  return {
    id: meeting._id,
    path,
    title,
    summary: localized(meeting.summary, locale),
    when: meeting.when,
    date: meeting.when?.start?.value,
    endDate: meeting.when?.end?.value,
    kinds: kindsOf(meeting),
    state: meeting.state?.value,
    online: meeting.online === true,
    place: shortPlace(placeView(content, meeting.place, locale), locale),
  }
})

const kindsOf = (meeting: Meeting) =>
  meetingKinds.filter((kind) => meeting.kinds?.includes(kind) === true)

const neighbours = query('neighbours', (content: Content, id: string, locale: Locale) => {
  const rows = chronicle(content, locale)
  const places = placesIn.get(rows) ?? new Map(rows.map((row, index) => [row.id, index]))
  placesIn.set(rows, places)
  const index = places.get(id) ?? -1
  return {next: index > 0 ? rows[index - 1] : undefined, previous: rows[index + 1]}
})

/** Where each meeting stands in a chronicle: found once for all its pages. */
const placesIn = new WeakMap<readonly ChronicleRow[], Map<string, number>>()

function participationsByRole(
  content: Content,
  participations: readonly Participation[] | undefined,
  locale: Locale,
  cited: Citations,
) {
  const known = (participations ?? []).flatMap(({partner, role, sources = []}) => {
    const link = pageLink(content, partner, locale)
    const marks = sources.map((source) => cited.of(source)).filter((mark) => mark !== undefined)
    return link ? [{role, link, citations: marks}] : []
  })
  return [...Map.groupBy(known, ({role}) => role)].map(([role, partners]) => ({role, partners}))
}
