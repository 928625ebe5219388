import {formerSlugLine} from '@coworkmed/schemas/localized/formerSlug'
import type {LocaleSlug} from '@coworkmed/schemas/localized/publicSlugs'

/**
 * Patches that add addresses to those a document had before. Each line is taken out and put in again, so that two
 * officers who add the same one leave it there once.
 */
export function formerSlugPatches(slugs: readonly LocaleSlug[]) {
  const lines = slugs.map(formerSlugLine)
  if (lines.length === 0) return []
  return [
    {setIfMissing: {formerSlugs: []}},
    {unset: lines.map(({_key}) => `formerSlugs[_key=="${_key}"]`)},
    {insert: {after: 'formerSlugs[-1]', items: lines}},
  ]
}
