import {defineField} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {isLocale, sourceLocale} from '../locales.ts'
import {slugProblem} from './addressSlug.ts'
import {isUniqueSlug} from './isUniqueSlug.ts'
import {inLocale} from './localized.ts'
import {localizedItems} from './localizedItems.ts'
import {isSlug, slugify} from './slugify.ts'

/**
 * What can be written in each language. `sanity-plugin-internationalized-array` makes two types of each:
 * `internationalizedArrayString` (the field) and `internationalizedArrayStringValue` (one language of it).
 */
export const localizedFieldTypes = [
  'string',
  'text',
  'richText',
  defineField({
    name: 'slug',
    type: 'slug',
    options: {
      source: (document, {parent}) => titleIn(document, languageOf(parent)),
      slugify: (title, _schemaType, {parent}) => slugify(title, languageOf(parent)),
      isUnique: isUniqueSlug,
    },
    validation: (rule) => [
      rule.custom((slug) => (slug?.current ? (slugProblem(slug.current) ?? true) : true)),
      rule
        .custom((slug) =>
          !slug?.current || isSlug(slug.current)
            ? true
            : `"${slug.current}" is hard to read and to type. Use small letters a–z, digits and single hyphens.`,
        )
        .warning(),
    ],
  }),
]

function languageOf(parent: unknown) {
  const language = isRecord(parent) ? parent.language : undefined
  return isLocale(language) ? language : sourceLocale
}

function titleIn(document: Record<string, unknown>, language: ReturnType<typeof languageOf>) {
  const own = inLocale(localizedItems(document.title), language)
  return typeof own === 'string' ? own : ''
}
