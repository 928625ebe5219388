import {addressKey} from '@coworkmed/schemas/localized/addressSlug'
import {publicSlugs} from '@coworkmed/schemas/localized/publicSlugs'
import type {Locale} from '@coworkmed/schemas/locales'
import {isPageType} from '@coworkmed/schemas/pageTypes'

/**
 * The addresses at which a document would stand, borrowed ones included: `meeting fr florence-2017`. Equal claims are one
 * address, whatever letters are large.
 */
export const claimsOf = (document: {_type: string}): string[] =>
  isPageType(document._type)
    ? publicSlugs(document).map(({language, current}) => claimOf(document._type, language, current))
    : []

/** The claim of one address. */
export const claimOf = (type: string, locale: Locale, slug: string): string =>
  `${type} ${locale} ${addressKey(slug)}`
