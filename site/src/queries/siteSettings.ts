import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {openPeriodText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {moneyAmount} from './amounts.ts'
import {citations} from './citations.ts'
import {pageLink} from './links.ts'
import {theProject} from './project.ts'

/** The settings every page shares; `undefined` as long as nobody has published them. */
export const theSettings = (content: Content) => content.get('siteSettings', {_ref: 'siteSettings'})

/** What stands around every page: name, acknowledgement, footer. */
export const siteFrame = query('siteFrame', (content: Content, locale: Locale) => {
  const settings = theSettings(content)
  const project = theProject(content)
  const lead = project?.participations?.find(({role}) => role === 'lead')
  const programme = content.get('fund', settings?.acknowledgement?.programme ?? project?.programme)
  return {
    title: localized(settings?.title, locale) ?? localized(project?.title, locale),
    statement: localized(settings?.acknowledgement?.statement, locale),
    programme: localized(programme?.shortName, locale) ?? localized(programme?.title, locale),
    programmePeriod: openPeriodText(programme?.period, translator(locale)),
    lead: pageLink(content, lead?.partner, locale),
    compliance: content.get('accessibilityStatement', {_ref: 'accessibilityStatement'})?.compliance,
  }
})

/** What the legal notice says of the publisher and the host. */
export function legalFacts(content: Content, locale: Locale) {
  const settings = theSettings(content)
  return {
    publisher: pageLink(content, settings?.publisher, locale),
    email: settings?.email,
    host: settings?.host,
  }
}

/** The Union's part: amounts are there only when the settings have them. */
export function acknowledgementFacts(content: Content, locale: Locale) {
  const t = translator(locale)
  const cited = citations(content, theSettings(content))
  const acknowledgement = theSettings(content)?.acknowledgement
  return {
    statement: localized(acknowledgement?.statement, locale),
    fund: localized(content.get('fund', acknowledgement?.fund)?.title, locale),
    programme: localized(content.get('fund', acknowledgement?.programme)?.title, locale),
    total: moneyAmount(acknowledgement?.total, t, cited),
    union: moneyAmount(acknowledgement?.union, t, cited),
    rate: acknowledgement?.rate,
    period: openPeriodText(acknowledgement?.period, t),
  }
}
