import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {DocumentsByType} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {languageName} from '#i18n/names.ts'
import {dayText, partialDateText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'
import {escapeHtml} from './escapeHtml.ts'
import {safeHref} from './link.ts'

/** A source as HTML: title, then publisher and dates. Made once for all pages that name it; empty without the source. */
export const sourceHtml = query('sourceHtml', (content: Content, id: string, locale: Locale) => {
  const source = content.get('source', {_ref: id})
  if (!source) return ''
  const details = detailsOf(source, locale)
  /** A title that ends in a question mark needs no full stop. */
  const stop = /[?!;…]$/.test(source.title ?? '') ? '' : '.'
  const rest = details.length > 0 ? `${stop} ${escapeHtml(details)}` : ''
  return `<span class="source-text">${titleHtml(source)}${rest}${archiveHtml(source, locale)}</span>`
})

type Source = DocumentsByType['source']

function titleHtml({title: given, url, language}: Source) {
  const title = given?.trim() || url || ''
  const href = safeHref(url)
  const lang = language ? ` lang="${escapeHtml(language)}"` : ''
  return href
    ? `<a href="${escapeHtml(href)}"${lang}>${escapeHtml(title)}</a>`
    : `<span${lang}>${escapeHtml(title)}</span>`
}

function detailsOf({publisher, published, language, consultedOn}: Source, locale: Locale) {
  const t = translator(locale)
  const consulted = dayText(consultedOn, t)
  return [
    publisher,
    partialDateText(published, t),
    language && language !== locale
      ? t('sources.language', {language: languageName(language, locale)})
      : undefined,
    consulted && t('sources.consultedOn', {date: consulted}),
  ]
    .filter(Boolean)
    .join(t('list.separator'))
}

function archiveHtml({archivedUrl}: Source, locale: Locale) {
  const href = safeHref(archivedUrl)
  const t = translator(locale)
  return href
    ? `${escapeHtml(t('list.separator'))}<a href="${escapeHtml(href)}">${escapeHtml(t('sources.archived'))}</a>`
    : ''
}
