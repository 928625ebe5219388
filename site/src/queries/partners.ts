import type {Project} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'
import {comparePartialDates} from '@coworkmed/schemas/partialDates'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {localizedPath} from '#i18n/localizedPath.ts'
import {countryName, nameCollator} from '#i18n/names.ts'
import {openPeriodText, partialDateText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {citations} from './citations.ts'
import {pageLink, referringLinks, refersTo} from './links.ts'
import {otherNames} from './otherNames.ts'
import {peopleViews} from './people.ts'
import {placeView} from './places.ts'
import {theProject} from './project.ts'
import {statementViews} from './statements.ts'
import {takeawaysAbout} from './takeaways.ts'

/** Roles in a project, the weightiest first: where sources differ, the list shows that one. */
const partnerRoles = [
  'lead',
  'partner',
  'associated',
  'guest',
  'stated',
  'organiser',
  'support',
  'participant',
] as const

/** All organisations by role, then country, then name; those without a role in the project last. */
export function partnersByRole(content: Content, locale: Locale) {
  const collator = nameCollator(locale)
  const rows = content
    .ids('partner')
    .map((id) => partnerRow(content, id, locale))
    .filter((row) => row !== null)
    .toSorted(
      (a, b) =>
        collator.compare(a.country ?? '\uffff', b.country ?? '\uffff') ||
        collator.compare(a.title.value, b.title.value),
    )
  return [...partnerRoles, undefined]
    .map((role) => ({role, partners: rows.filter((row) => row.role === role)}))
    .filter(({partners}) => partners.length > 0)
}

export type PartnerRow = ReturnType<typeof partnersByRole>[number]['partners'][number]

/** What the page of one organisation shows. */
export function partnerPage(content: Content, locale: Locale, id: string) {
  const partner = content.get('partner', {_ref: id}, locale)
  if (!partner)
    throw new Error(`The organisation "${id}" is not published. Render its page no more.`)
  const t = translator(locale)
  const participations = participationsIn(theProject(content), id)
  const cited = citations(content, partner, participations)
  return {
    title: localized(partner.title, locale),
    longName: localized(partner.longName, locale),
    summary: localized(partner.summary, locale),
    logo: partner.logo,
    kind: partner.kind,
    legalName: partner.legalName,
    legalForm: localized(partner.legalForm, locale),
    founded: partialDateText(partner.founded, t),
    place: placeView(content, partner.place, locale),
    websites: partner.websites ?? [],
    otherNames: otherNames(partner.otherNames, t),
    participations: participations.map(({role, period, sources = []}) => ({
      role,
      period: openPeriodText(period, t),
      citations: sources.map((source) => cited.of(source)).filter((mark) => mark !== undefined),
    })),
    meetings: meetingsOf(content, id, locale),
    policies: referringLinks(content, {type: 'policy', id, locale}, (policy) =>
      (policy.authorities ?? []).some(({partner: authority}) => refersTo(authority, id)),
    ),
    takeaways: takeawaysAbout(content, partner, locale),
    people: peopleViews(content, partner.people, locale, cited).map((person) =>
      person.partner?.path === localizedPath(content, partner, locale)
        ? {...person, partner: undefined}
        : person,
    ),
    statements: statementViews(partner.statements, t, cited),
    citations: cited.all,
  }
}

const partnerRow = query('partnerRow', (content: Content, id: string, locale: Locale) => {
  const partner = content.get('partner', {_ref: id}, locale)
  const title = localized(partner?.title, locale)
  const path = partner && localizedPath(content, partner, locale)
  if (!partner || !title || !path) return null
  const roles = participationsIn(theProject(content), id).map(({role}) => role)
  return {
    path,
    title,
    longName: localized(partner.longName, locale),
    city: localized(partner.place?.city, locale),
    country: partner.place?.country && countryName(partner.place.country, locale),
    role: partnerRoles.find((role) => roles.includes(role)),
  }
})

/** The organisation's parts in the project, each as its sources tell it. */
const participationsIn = (project: Project | undefined, id: string) =>
  (project?.participations ?? []).filter(({partner}) => refersTo(partner, id))

/** The meetings it had a part in, with its roles, latest first. */
function meetingsOf(content: Content, id: string, locale: Locale) {
  return content
    .referring('meeting', id)
    .flatMap((meeting) => {
      const roles = (meeting.participations ?? [])
        .filter(({partner}) => refersTo(partner, id))
        .map((participation) => participation.role)
      const link = pageLink(content, {_ref: meeting._id}, locale)
      return link && roles.length > 0
        ? [{link, roles: [...new Set(roles)], when: meeting.when}]
        : []
    })
    .toSorted((a, b) => comparePartialDates(b.when?.start?.value, a.when?.start?.value))
}
