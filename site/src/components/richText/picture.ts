import type {Locale} from '@coworkmed/schemas/locales'

import {requestPictureFiles} from '#pictures/requestedFiles.ts'
import type {PictureView} from '#pictures/pictureView.ts'
import {escapeHtml} from './escapeHtml.ts'
import {languageAttributes} from './languageAttributes.ts'

/** How a picture stands on its page. */
interface PictureOptions {
  locale: Locale
  /** For pictures seen without scrolling: loaded at once. */
  eager?: boolean
  /** The width it is shown at, as the `sizes` attribute says it. */
  sizes?: string
}

/** A picture with its caption and credit. The files it needs are asked for as it is rendered. */
export function picture(view: PictureView | undefined, options: PictureOptions): string {
  if (!view) return ''
  requestPictureFiles(view.files)
  const {locale, eager = false, sizes = '(min-width: 48rem) 38rem, 100vw'} = options
  const sources = view.sources.map(
    ({type, srcset}) =>
      `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${escapeHtml(sizes)}">`,
  )
  const image =
    `<img src="${escapeHtml(view.src)}" alt="${escapeHtml(view.alt?.value ?? '')}"` +
    `${languageAttributes(view.alt, locale)} width="${view.width}" height="${view.height}"` +
    ` ${eager ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"'}>`
  return `<figure class="picture"><picture>${sources.join('')}${image}</picture>${caption(view, locale)}</figure>`
}

function caption({caption: text, credit}: PictureView, locale: Locale) {
  if (!text && !credit) return ''
  const words = text && `<span${languageAttributes(text, locale)}>${escapeHtml(text.value)}</span>`
  const owner = credit && `<small>${escapeHtml(credit)}</small>`
  return `<figcaption>${[words, owner].filter(Boolean).join(' ')}</figcaption>`
}
