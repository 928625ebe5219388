import {isRecord} from '../isRecord.ts'
import type {LocaleSlug} from './publicSlugs.ts'
import {publicSlugs} from './publicSlugs.ts'
import {isAddressSlug} from './addressSlug.ts'
import {languageOf} from './localizedItems.ts'

/**
 * The addresses a published document answers at that would be lost if `next` took its place: those it has now and
 * those it had before, so that going back to an older text loses none either.
 */
export const lostSlugs = (published: object, next: object): LocaleSlug[] =>
  without(everySlug(published), everySlug(next))

/** Every address a published document answers at: where it stands now, then where it stood before. */
export function everySlug(document: object): LocaleSlug[] {
  const now = publicSlugs(document)
  return [...now, ...without(formerSlugsOf(document), now)]
}

/** The addresses a document says it had before; a line with half an address says nothing. */
export function formerSlugsOf(document: object): LocaleSlug[] {
  const lines: unknown = Reflect.get(document, 'formerSlugs')
  return (Array.isArray(lines) ? lines : []).flatMap((line: unknown) => {
    const language = isRecord(line) ? languageOf(line) : undefined
    return isRecord(line) && language && isAddressSlug(line.current)
      ? [{language, current: line.current}]
      : []
  })
}

/** The first without the second. */
export const without = (slugs: readonly LocaleSlug[], others: readonly LocaleSlug[]) =>
  slugs.filter(
    ({language, current}) =>
      !others.some((other) => other.language === language && other.current === current),
  )
