import type {Locale} from '../locales.ts'
import {localeIds} from '../locales.ts'
import {changedSince, translationDigests} from './translationDigests.ts'
import {sourceLocaleOf, stateOf} from './translationState.ts'

/** The languages whose source has changed since they were marked done; unknown digests say nothing. */
export function outdatedLocales(document: {translations?: unknown}): Locale[] {
  const marked = localeIds.flatMap((locale) => {
    const digests = stateOf(document, locale)?.digests ?? []
    return digests.length > 0 ? [{locale, digests}] : []
  })
  if (marked.length === 0) return []
  const present = translationDigests(document, sourceLocaleOf(document))
  return marked
    .filter(({digests}) => changedSince(digests, present).length > 0)
    .map(({locale}) => locale)
}
