import type {Locale} from '../locales.ts'
import {elot743} from './elot743.ts'

/** The longest slug we make; a word is never cut. */
export const MAX_SLUG_LENGTH = 80

const ligatures: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  œ: 'oe',
  æ: 'ae',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
}

/** What an ampersand is called, where a language has a plain word for it. */
const and: Record<Locale, string> = {
  ca: 'i',
  es: 'y',
  el: 'kai',
  en: 'and',
  fr: 'et',
  hr: 'i',
  it: 'e',
}

/**
 * A title as it stands in an address: ASCII words joined by hyphens.
 * Our own rules for each script, since the Studio's default writes Greek by sight ("eyropaikoi") and French "&" as "and".
 */
export function slugify(title: string, locale: Locale): string {
  const words = elot743(
    title.replaceAll('&', ` ${and[locale]} `).replaceAll('ᵉʳ', 'er').normalize('NFC'),
  )
    .replace(/l·l/g, 'll')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, (letter) => ligatures[letter] ?? ' ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return joinWithin(words, MAX_SLUG_LENGTH)
}

/** Whether a slug is as we make them, easy to read and to type: lower-case ASCII words and digits, single hyphens between them. */
export const isSlug = (value: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

function joinWithin(words: readonly string[], limit: number) {
  const [first = '', ...rest] = words
  let slug = first.slice(0, limit)
  for (const word of rest) {
    if (slug.length + 1 + word.length > limit) break
    slug = `${slug}-${word}`
  }
  return slug
}
