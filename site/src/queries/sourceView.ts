import type {Locale} from '@coworkmed/schemas/locales'

import {safeHref} from '#components/richText/link.ts'
import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {languageName} from '#i18n/names.ts'
import {dayText, partialDateText} from '#i18n/periods.ts'
import {translator} from '#i18n/translator.ts'

/** A source as readers of a language see it: asked by every page that names it. */
export const sourceView = query('sourceView', (content: Content, id: string, locale: Locale) => {
  const source = content.get<'source'>({_ref: id})
  if (!source) return undefined
  const t = translator(locale)
  const consulted = dayText(source.consultedOn, t)
  const details = [
    source.publisher,
    partialDateText(source.published, t),
    source.language && source.language !== locale
      ? t('sources.language', {language: languageName(source.language, locale)})
      : undefined,
    consulted && t('sources.consultedOn', {date: consulted}),
  ].filter(Boolean)
  /** A title that ends in a question mark needs no full stop. */
  const stop = /[?!;…]$/.test(source.title ?? '') ? '' : '.'
  return {
    title: source.title,
    language: source.language,
    href: safeHref(source.url),
    archived: safeHref(source.archivedUrl),
    details: details.length > 0 ? `${stop} ${details.join(t('list.separator'))}` : undefined,
  }
})
