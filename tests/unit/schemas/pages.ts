import {formerSlugLine} from '@coworkmed/schemas/localized/formerSlug'
import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'

/** A page with a title and an address in each of some languages. */
export const page = (slugs: Record<string, string>) => ({
  title: titleLines(slugs),
  slug: slugLines(slugs),
})

const titleLines = (texts: Record<string, string>) =>
  Object.entries(texts).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue' as const,
    language,
    value,
  }))

const slugLines = (slugs: Record<string, string>) =>
  Object.entries(slugs).map(([language, current]) => ({
    _key: language,
    _type: 'internationalizedArraySlugValue' as const,
    language,
    value: {_type: 'slug' as const, current},
  }))

const language = fc.constantFrom(...localeIds)
// Few words, so that an address comes back after it was left.
const word = fc.constantFrom('florence', 'firenze', 'Florence_2017.html', 'toscane')

const state = fc.record({
  _key: fc.uuid(),
  _type: fc.constant('translationState' as const),
  language,
  state: fc.constantFrom('source', 'draft', 'missing', 'machine', 'ready'),
})

/** A page as an officer may leave it: languages come, go and are hidden, and former addresses are deleted by hand. */
export const anyPage = fc.record({
  title: fc.dictionary(language, fc.constantFrom('Florence', ' ', '')).map(titleLines),
  slug: fc.dictionary(language, fc.oneof(word, fc.constant(''))).map(slugLines),
  translations: fc.array(state, {maxLength: 3}),
  formerSlugs: fc
    .array(fc.record({language, current: word}), {maxLength: 2})
    .map((slugs) => slugs.map(formerSlugLine)),
})

/** What officers do to one page, one thing after another. */
export const edits = fc.array(fc.record({draft: anyPage, publish: fc.boolean()}), {maxLength: 12})
