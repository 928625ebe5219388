import type {LegalAct, Policy, Target} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {localizedPath} from '#i18n/localizedPath.ts'
import {countryName, nameCollator} from '#i18n/names.ts'
import {asOfText, openPeriodText, partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'
import {translator} from '#i18n/translator.ts'
import {ageText} from './ages.ts'
import type {Amount} from './amounts.ts'
import {figureAmount, moneyAmount, moneyText} from './amounts.ts'
import {callMark, callViews} from './calls.ts'
import type {Citations} from './citations.ts'
import {citations} from './citations.ts'
import {pageLink, pageLinks, referringLinks, refersTo} from './links.ts'
import {statementViews} from './statements.ts'
import {takeawaysAbout} from './takeaways.ts'

/** Every policy as a row of the comparison, by territory and then by name. */
export const policyRows = query('policyRows', (content: Content, locale: Locale) => {
  const collator = nameCollator(locale)
  return content
    .ids('policy')
    .map((id) => policyRow(content, id, locale))
    .filter((row) => row !== null)
    .toSorted(
      (a, b) =>
        collator.compare(a.territory?.value ?? '\uffff', b.territory?.value ?? '\uffff') ||
        collator.compare(a.title.value, b.title.value),
    )
})

export type PolicyRow = ReturnType<typeof policyRows>[number]

/** What the page of one policy shows. */
export function policyPage(content: Content, locale: Locale, id: string) {
  const policy = content.get('policy', {_ref: id}, locale)
  if (!policy) throw new Error(`The policy "${id}" is not published. Render its page no more.`)
  const t = translator(locale)
  const cited = citations(content, policy)
  return {
    title: localized(policy.title, locale),
    summary: localized(policy.summary, locale),
    description: localized(policy.description, locale),
    instrument: policy.instrument,
    authorities: authoritiesOf(content, policy, locale),
    territory: territoryOf(content, policy, locale),
    nuts: nutsOf(content, policy),
    state: policy.state && {
      value: policy.state.value,
      asOf: asOfText(policy.state.asOf, t),
      citation: cited.of(policy.state.source),
    },
    since: openPeriodText(policy.since, t),
    target: {
      text: localized(policy.target?.text, locale),
      conditions: targetConditions(policy.target, t),
      exceptions: localized(policy.target?.exceptions, locale),
    },
    conditions: localized(policy.conditions, locale),
    eligibleCosts: localized(policy.eligibleCosts, locale),
    amounts: amountsOf(policy, t, cited),
    funds: (policy.funds ?? [])
      .map((fund) => content.get('fund', fund))
      .flatMap((fund) => {
        const title = localized(fund?.title, locale)
        return title ? [{title, period: openPeriodText(fund?.period, t)}] : []
      }),
    calls: callViews(content, policy, t),
    legalBasis: (policy.legalBasis ?? []).map((act) => legalActView(act, t)),
    results: (policy.results ?? [])
      .map((figure) => figureAmount(figure, t, cited))
      .filter((figure) => figure !== undefined),
    area: figureAmount(policy.area, t, cited),
    partOf: pageLink(content, policy.partOf, locale),
    parts: referringLinks(content, {type: 'policy', id, locale}, (other) =>
      refersTo(other.partOf, id),
    ),
    predecessor: pageLink(content, policy.predecessor, locale),
    successors: referringLinks(content, {type: 'policy', id, locale}, (other) =>
      refersTo(other.predecessor, id),
    ),
    types: pageLinks(content, policy.types, locale),
    takeaways: takeawaysAbout(content, policy, locale),
    statements: statementViews(policy.statements, t, cited),
    lastChecked: partialDateText(policy.lastChecked, t),
    citations: cited.all,
  }
}

const policyRow = query('policyRow', (content: Content, id: string, locale: Locale) => {
  const policy = content.get('policy', {_ref: id}, locale)
  const title = localized(policy?.title, locale)
  const path = policy && localizedPath(content, policy, locale)
  if (!policy || !title || !path) return null
  const t = translator(locale)
  return {
    path,
    title,
    territory: territoryOf(content, policy, locale),
    instrument: policy.instrument,
    age: ageText(policy.target, t),
    forWhom: localized(policy.target?.text, locale),
    amount: moneyText(policy.amount, t) ?? moneyText(policy.envelope, t),
    state: policy.state?.value,
    asOf: asOfText(policy.state?.asOf, t),
    call: callMark(content, policy, t),
  }
})

function authoritiesOf(content: Content, policy: Policy, locale: Locale) {
  const known = (policy.authorities ?? []).flatMap(({partner, name, role}) => {
    const link = pageLink(content, partner, locale)
    return link || name ? [{role: role ?? ('other' as const), link, name}] : []
  })
  return [...Map.groupBy(known, ({role}) => role)].map(([role, members]) => ({role, members}))
}

function territoryOf(
  content: Content,
  {territory}: Policy,
  locale: Locale,
): Localized<string> | undefined {
  const region = localized(content.get('region', territory?.region)?.title, locale)
  if (region) return region
  const country = territory?.country && countryName(territory.country, locale)
  if (country) return {value: country, locale}
  return territory?.nuts && {value: territory.nuts.code, locale}
}

/** The code in force when the policy was, else the newest of its region. */
function nutsOf(content: Content, {territory}: Policy) {
  const codes = content.get('region', territory?.region)?.codes ?? []
  return territory?.nuts ?? codes.toSorted((a, b) => b.version - a.version)[0]
}

function targetConditions(target: Target | undefined, t: Translator) {
  const {vatNumberMaxMonths: months, groupMin} = target ?? {}
  return [
    ageText(target, t),
    months === undefined ? undefined : t('target.vatNumber', {months}),
    groupMin === undefined ? undefined : t('target.group', {count: groupMin}),
  ].filter((condition) => condition !== undefined)
}

/** Every amount the policy holds, each said what it is. */
function amountsOf(policy: Policy, t: Translator, cited: Citations) {
  const view = (money: Policy['amount']) => moneyAmount(money, t, cited)
  const rows: {what: string; amount: Amount | undefined}[] = [
    {what: t('policy.perBeneficiary'), amount: view(policy.amount)},
    ...(policy.amountParts ?? []).map((part) => ({
      what: t('policy.amountPart'),
      amount: view(part),
    })),
    {what: t('policy.envelope'), amount: view(policy.envelope)},
    ...(policy.envelopeByYear ?? []).map((year) => ({
      what: t('policy.envelopeOfYear'),
      amount: view(year),
    })),
    ...(policy.otherAmounts ?? []).map((other) => ({
      what: t('policy.otherAmount'),
      amount: view(other),
    })),
    {what: t('policy.granted'), amount: view(policy.granted)},
  ]
  return rows.flatMap(({what, amount}) => (amount ? [{what, amount}] : []))
}

function legalActView({kind, number, date, gazette, url}: LegalAct, t: Translator) {
  const name = [kind, number].filter(Boolean).join(' ')
  return {name: name || gazette || url, date: partialDateText(date, t), gazette, url}
}
