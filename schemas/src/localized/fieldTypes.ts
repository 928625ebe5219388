import {defineField} from '@sanity/types'
import type {SlugValidationContext} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {isLocale, sourceLocale} from '../locales.ts'
import {inLocale} from './localized.ts'
import {isSlug, slugify} from './slugify.ts'
import {isLocalizedArray} from './walk.ts'

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
    validation: (rule) =>
      rule.custom((slug) =>
        !slug?.current || isSlug(slug.current)
          ? true
          : `"${slug.current}" cannot stand in an address. Use small letters a–z, digits and single hyphens.`,
      ),
  }),
]

function languageOf(parent: unknown) {
  const language = isRecord(parent) ? parent.language : undefined
  return isLocale(language) ? language : sourceLocale
}

function titleIn(document: Record<string, unknown>, language: ReturnType<typeof languageOf>) {
  const title =
    Array.isArray(document.title) && isLocalizedArray(document.title) ? document.title : []
  const own = inLocale(title, language)
  return typeof own === 'string' ? own : ''
}

/** Unique within one type and one language, over published documents and drafts alike. */
async function isUniqueSlug(slug: string, context: SlugValidationContext): Promise<boolean> {
  const {document, parent, getClient} = context
  if (!document) return true
  const id = document._id.replace(/^drafts\./, '')
  const taken = `count(*[_type == $type && !(_id in [$id, "drafts." + $id])
    && count(slug[language == $language && value.current == $slug]) > 0]) > 0`
  const params = {type: document._type, id, language: languageOf(parent), slug}
  return !(await getClient({apiVersion: '2025-02-19'}).fetch<boolean>(taken, params, {
    perspective: 'raw',
  }))
}
