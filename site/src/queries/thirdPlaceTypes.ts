import type {ThirdPlaceType, TypologyScheme} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {localizedPath, sectionPath} from '#i18n/localizedPath.ts'
import {nameCollator} from '#i18n/names.ts'
import {partialDateText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'
import {translator} from '#i18n/translator.ts'
import {figureAmount} from './amounts.ts'
import {citations} from './citations.ts'
import {pageLink, pageLinks, referringLinks, refersTo} from './links.ts'
import {otherNames} from './otherNames.ts'
import {statementViews} from './statements.ts'
import {takeawaysAbout} from './takeaways.ts'

/** Every type by name, with the number of typologies it belongs to. */
export const typeRows = query('typeRows', (content: Content, locale: Locale) => {
  const collator = nameCollator(locale)
  return content
    .ids('thirdPlaceType')
    .map((id) => typeRow(content, id, locale))
    .filter((row) => row !== null)
    .toSorted((a, b) => collator.compare(a.title.value, b.title.value))
})

export type TypeRow = ReturnType<typeof typeRows>[number]

/** Every typology with its terms, latest first: sections of the typology's page. */
export function schemeSections(content: Content, locale: Locale) {
  return content
    .list('typologyScheme')
    .map((scheme) => schemeSection(content, scheme, locale))
    .filter((section) => section !== undefined)
    .toSorted((a, b) => b.date.localeCompare(a.date))
}

/** What the page of one type shows. */
export function typePage(content: Content, locale: Locale, id: string) {
  const type = content.get('thirdPlaceType', {_ref: id}, locale)
  if (!type) throw new Error(`The type "${id}" is not published. Render its page no more.`)
  const t = translator(locale)
  const cited = citations(content, type)
  return {
    title: localized(type.title, locale),
    summary: localized(type.summary, locale),
    otherNames: otherNames(type.otherNames, t),
    definitions: (type.definitions ?? []).map((definition) => ({
      text: localized(definition.text, locale),
      asOf: partialDateText(definition.asOf, t),
      citation: cited.of(definition.source),
    })),
    figures: (type.figures ?? [])
      .map((figure) => figureAmount(figure, t, cited))
      .filter((figure) => figure !== undefined),
    schemes: schemesOf(content, type, locale),
    broader: pageLink(content, type.broader, locale),
    narrower: referringLinks(content, {type: 'thirdPlaceType', id, locale}, (other) =>
      refersTo(other.broader, id),
    ),
    related: relatedTo(content, type, locale),
    policies: referringLinks(content, {type: 'policy', id, locale}, (policy) =>
      (policy.types ?? []).some((reference) => reference._ref === id),
    ),
    takeaways: takeawaysAbout(content, type, locale),
    statements: statementViews(type.statements, t, cited),
    citations: cited.all,
  }
}

const typeRow = query('typeRow', (content: Content, id: string, locale: Locale) => {
  const type = content.get('thirdPlaceType', {_ref: id}, locale)
  const title = localized(type?.title, locale)
  const path = type && localizedPath(content, type, locale)
  return title && path
    ? {path, title, summary: localized(type.summary, locale), schemes: type.schemes?.length ?? 0}
    : null
})

function schemeSection(content: Content, scheme: TypologyScheme, locale: Locale) {
  const title = localized(scheme.title, locale)
  if (!title) return undefined
  const t = translator(locale)
  const cited = citations(content, scheme)
  return {
    place: placeOf(scheme),
    title,
    shortName: scheme.shortName,
    summary: localized(scheme.summary, locale),
    publisher: pageLink(content, scheme.publisher, locale),
    published: partialDateText(scheme.published, t),
    date: scheme.published?.value ?? '',
    incomplete: scheme.complete === false,
    termCount: scheme.termCount,
    terms: termsOf(content, scheme, t),
    statements: statementViews(scheme.statements, t, cited),
    sources: cited.all.map(({source}) => source),
  }
}

/** Where a typology stands on its page: a name that no other part of the page has, whatever its document is called. */
const placeOf = ({_id}: TypologyScheme) => `scheme-${_id}`

function termsOf(content: Content, scheme: TypologyScheme, t: Translator) {
  const collator = nameCollator(t.locale)
  return content
    .referring('thirdPlaceType', scheme._id)
    .flatMap((type) =>
      (type.schemes ?? [])
        .filter((membership) => refersTo(membership.scheme, scheme._id))
        .map(({code, match}) => ({
          link: pageLink(content, {_ref: type._id}, t.locale),
          code,
          match,
        })),
    )
    .flatMap(({link, code, match}) => (link ? [{link, code, match}] : []))
    .toSorted(
      (a, b) =>
        collator.compare(a.code ?? '', b.code ?? '') ||
        collator.compare(a.link.title.value, b.link.title.value),
    )
}

function schemesOf(content: Content, type: ThirdPlaceType, locale: Locale) {
  return (type.schemes ?? []).flatMap(({scheme: reference, code, match}) => {
    const scheme = content.get('typologyScheme', reference)
    const title = localized(scheme?.title, locale)
    if (!scheme || !title) return []
    return [{title, path: `${sectionPath('typology', locale)}#${placeOf(scheme)}`, code, match}]
  })
}

/** Related is said on one side only and true on both. */
function relatedTo(content: Content, type: ThirdPlaceType, locale: Locale) {
  const links = [
    ...pageLinks(content, type.related, locale),
    ...referringLinks(content, {type: 'thirdPlaceType', id: type._id, locale}, (other) =>
      (other.related ?? []).some((reference) => reference._ref === type._id),
    ),
  ]
  return [...new Map(links.map((link) => [link.path, link])).values()]
}
