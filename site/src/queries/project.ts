import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {DocumentsByType} from '#content/documents.ts'
import {countryName, listText} from '#i18n/names.ts'
import {openPeriodText, partialDateText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {figureAmount, moneyAmount} from './amounts.ts'
import {citations} from './citations.ts'
import {pageLink} from './links.ts'
import {otherNames} from './otherNames.ts'
import {theSettings} from './siteSettings.ts'
import {statementViews} from './statements.ts'

/** The project the site is about: the one the settings name, else the first there is. */
export const theProject = (content: Content) =>
  content.get('project', theSettings(content)?.project) ?? content.list('project')[0]

/** What the page about the project says of it. `undefined` when no project is published. */
export function projectPage(content: Content, locale: Locale) {
  const project = theProject(content)
  if (!project) return undefined
  const t = translator(locale)
  const cited = citations(content, project)
  return {
    title: localized(project.title, locale),
    longName: localized(project.longName, locale),
    summary: localized(project.summary, locale),
    description: localized(project.description, locale),
    otherNames: otherNames(project.otherNames, t),
    period: openPeriodText(project.period, t),
    programme: fundView(content, content.get('fund', project.programme), locale),
    community: fundView(content, content.get('fund', project.community), locale),
    countries: listText(
      (project.countries ?? []).map((country) => countryName(country, locale)),
      locale,
    ),
    partners: partnersOf(content, project, locale),
    budget: (project.budget ?? [])
      .map((money) => moneyAmount(money, t, cited))
      .filter((amount) => amount !== undefined),
    figures: (project.figures ?? [])
      .map((figure) => figureAmount(figure, t, cited))
      .filter((figure) => figure !== undefined),
    deliverables: (project.deliverables ?? []).map((deliverable) => ({
      title: localized(deliverable.title, locale),
      status: deliverable.status,
      due: partialDateText(deliverable.due, t),
      figures: (deliverable.figures ?? [])
        .map((figure) => figureAmount(figure, t, cited))
        .filter((figure) => figure !== undefined),
      statements: statementViews(deliverable.statements, t, cited),
    })),
    websites: project.websites ?? [],
    statements: statementViews(project.statements, t, cited),
    citations: cited.all,
  }
}

export type ProjectView = NonNullable<ReturnType<typeof projectPage>>

/** A fund, a programme or a community: it has no page of its own. */
function fundView(content: Content, fund: DocumentsByType['fund'] | undefined, locale: Locale) {
  const title = localized(fund?.title, locale)
  if (!fund || !title) return undefined
  const t = translator(locale)
  const cited = citations(content, undefined)
  return {
    title,
    shortName: localized(fund.shortName, locale),
    summary: localized(fund.summary, locale),
    period: openPeriodText(fund.period, t),
    coFinancingRate: fund.coFinancingRate,
    budget: (fund.budget ?? [])
      .map((money) => moneyAmount(money, t, cited))
      .filter((amount) => amount !== undefined),
    figures: (fund.figures ?? [])
      .map((figure) => figureAmount(figure, t, cited))
      .filter((figure) => figure !== undefined),
    websites: fund.websites ?? [],
    partOf: localized(content.get('fund', fund.partOf)?.title, locale),
    statements: statementViews(fund.statements, t, citations(content, fund)),
    citations: citations(content, fund).all,
  }
}

function partnersOf(
  content: Content,
  project: NonNullable<ReturnType<typeof theProject>>,
  locale: Locale,
) {
  const links = (project.participations ?? [])
    .filter(({role}) => role === 'lead' || role === 'partner')
    .map(({partner}) => pageLink(content, partner, locale))
    .filter((link) => link !== undefined)
  return [...new Map(links.map((link) => [link.path, link])).values()]
}
