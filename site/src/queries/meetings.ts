import type {Meeting, Participation} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'
import {comparePartialDates, isBefore} from '@coworkmed/schemas/partialDates'

import type {Content} from '#content/createContent.ts'
import {localizedPath} from '#i18n/localizedPath.ts'
import {asOfText, periodText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {figureAmount} from './amounts.ts'
import type {Citations} from './citations.ts'
import {citations} from './citations.ts'
import {linksWhere, pageLink, pageLinks} from './links.ts'
import {documentHead} from './pageHead.ts'
import {peopleViews} from './people.ts'
import {placeView, shortPlace} from './places.ts'
import {statementViews} from './statements.ts'
import {takeawayView} from './takeaways.ts'

/** Every meeting as a row of the chronicle shows it, latest first; without a date, last. */
export function chronicle(content: Content, locale: Locale) {
  return content
    .list('meeting', (meeting) => chronicleRow(content, meeting, locale))
    .toSorted((a, b) => comparePartialDates(b.date, a.date))
}

export type ChronicleRow = ReturnType<typeof chronicle>[number]

/** The next meeting that is announced or confirmed; else the latest that was held. */
export function presentMeeting(content: Content, locale: Locale) {
  const today = content.now().slice(0, 10)
  const rows = chronicle(content, locale)
  const next = rows.findLast(
    ({state, date, endDate}) =>
      (state === 'announced' || state === 'confirmed') &&
      date !== undefined &&
      !isBefore(endDate ?? date, today),
  )
  const last = rows.find(({state}) => state === 'held')
  return {row: next ?? last, isNext: next !== undefined}
}

/** What the page of one meeting shows. */
export function meetingPage(content: Content, locale: Locale, id: string) {
  const meeting = content.get<'meeting'>({_ref: id})
  if (!meeting) throw new Error(`The meeting "${id}" is not published. Render its page no more.`)
  const t = translator(locale)
  const cited = citations(content, meeting)
  return {
    head: documentHead(meeting, locale),
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
    relatedFrom: linksWhere(content, 'meeting', locale, (other) =>
      (other.relatedMeetings ?? []).some((reference) => reference._ref === id),
    ),
    statements: statementViews(meeting.statements, t, cited),
    citations: cited.all,
    ...neighbours(content, locale, id),
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

function chronicleRow(content: Content, meeting: Meeting, locale: Locale) {
  const title = localized(meeting.title, locale)
  const path = localizedPath(meeting, locale)
  if (!title || !path) return undefined
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
}

const kindsOf = (meeting: Meeting) =>
  meetingKinds.filter((kind) => meeting.kinds?.includes(kind) === true)

function neighbours(content: Content, locale: Locale, id: string) {
  const rows = chronicle(content, locale)
  const index = rows.findIndex((row) => row.id === id)
  return {next: index > 0 ? rows[index - 1] : undefined, previous: rows[index + 1]}
}

function participationsByRole(
  content: Content,
  participations: readonly Participation[] | undefined,
  locale: Locale,
  cited: Citations,
) {
  const known = (participations ?? []).flatMap(({partner, role, sources = []}) => {
    const link = pageLink(content.get(partner), locale)
    const marks = sources.map((source) => cited.of(source)).filter((mark) => mark !== undefined)
    return link ? [{role, link, citations: marks}] : []
  })
  return [...Map.groupBy(known, ({role}) => role)].map(([role, partners]) => ({role, partners}))
}
