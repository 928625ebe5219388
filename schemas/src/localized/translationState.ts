import {defineField, defineType} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {isLocale, locales, sourceLocale} from '../locales.ts'
import type {FieldDigest} from './translationDigests.ts'
import type {TranslationStateName} from './translationEntries.ts'
import {cautiousEntries, isHiddenState} from './translationEntries.ts'
import {withItems} from './walk.ts'

/** What is known of a document in one language. */
interface TranslationState {
  language: Locale
  state: TranslationStateName | undefined
  digests: readonly Partial<FieldDigest>[]
  markedAt: string | undefined
}

export const translationState = defineType({
  name: 'translationState',
  title: 'Translation',
  type: 'object',
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      options: {list: locales.map(({id, name}) => ({value: id, title: name}))},
      validation: (rule) => rule.required().error('Choose the language this line is about.'),
    }),
    defineField({
      name: 'state',
      title: 'State',
      type: 'string',
      description:
        'A draft is never shown to visitors. A machine translation is shown with a notice.',
      options: {
        list: [
          {value: 'source', title: 'Written in this language'},
          {value: 'missing', title: 'Not translated'},
          {value: 'draft', title: 'Draft, hidden from visitors'},
          {value: 'machine', title: 'Machine translation, nobody has reviewed it'},
          {value: 'ready', title: 'Reviewed and ready'},
        ],
      },
      validation: (rule) => rule.required().error('Choose how far this language is.'),
    }),
    defineField({
      name: 'markedAt',
      title: 'Marked on',
      type: 'datetime',
      description: 'When the translation was marked as machine or ready.',
    }),
    defineField({
      name: 'digests',
      title: 'Made from',
      type: 'array',
      hidden: true,
      of: [
        {
          name: 'fieldDigest',
          type: 'object',
          fields: [
            {name: 'path', type: 'string'},
            {name: 'digest', type: 'string'},
          ],
        },
      ],
    }),
  ],
  preview: {select: {title: 'language', subtitle: 'state'}},
})

/** The `translations` field that every document with text carries. */
export const translationsField = defineField({
  name: 'translations',
  title: 'Languages',
  type: 'array',
  group: 'languages',
  description: 'How far each language of this document is.',
  of: [{type: 'translationState'}],
  initialValue: [
    {_type: 'translationState', _key: sourceLocale, language: sourceLocale, state: 'source'},
  ],
  validation: (rule) =>
    rule.custom((value) => {
      const entries: unknown[] = Array.isArray(value) ? value : []
      const languages = entries.map((entry) => (isRecord(entry) ? entry.language : undefined))
      const twice = languages.find((language, index) => languages.indexOf(language) !== index)
      return twice
        ? `The language "${String(twice)}" is listed twice. Keep one line for each.`
        : true
    }),
})

/** The language a document was written in: the one marked as source, else the project's. */
export function sourceLocaleOf(document: {translations?: unknown}): Locale {
  const marked = [...cautiousEntries(document.translations).values()].find(
    ({state}) => state === 'source',
  )
  return marked?.language ?? sourceLocale
}

/** The state of one language; without an entry, `ready` would be a guess, so it is `undefined`. */
export function stateOf(
  document: {translations?: unknown},
  locale: Locale,
): TranslationState | undefined {
  const known = cautiousEntries(document.translations).get(locale)
  if (!known) return undefined
  const {language, state, entry} = known
  const digests = Array.isArray(entry.digests) ? entry.digests.filter(isRecord) : []
  const markedAt = typeof entry.markedAt === 'string' ? entry.markedAt : undefined
  return {language, state, digests, markedAt}
}

/** A copy of a document without the languages that visitors must not see: those marked draft or missing. */
export function withoutHiddenLanguages<Document extends object>(document: Document): Document {
  const translations: unknown = Reflect.get(document, 'translations')
  const hidden = new Set<unknown>(
    [...cautiousEntries(translations).values()].flatMap(({language, state}) =>
      isHiddenState(state) ? [language] : [],
    ),
  )
  if (hidden.size === 0) return document
  return withItems(document, (items) =>
    items.filter(({language}) => !isLocale(language) || !hidden.has(language)),
  )
}
