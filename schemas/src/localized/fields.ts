import {defineField} from '@sanity/types'
import type {CustomValidator} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {sourceLocale} from '../locales.ts'
import {localizedItems} from './localizedItems.ts'

/** At least one language has a text: which one does not matter, the site falls back and says so. */
export const inSomeLanguage: CustomValidator<unknown> = (value) =>
  localizedItems(value).length > 0 ? true : 'Write this in at least one language.'

/** One line for the project's own language, still to be filled in: what a new document starts with. */
const sourceLineOf = (type: string) => [
  {_type: `${type}Value`, _key: sourceLocale, language: sourceLocale},
]

/** The title that every type with pages has; the page's heading and the source of its address. */
export const titleField = defineField({
  name: 'title',
  title: 'Title',
  type: 'internationalizedArrayString',
  group: 'content',
  initialValue: sourceLineOf('internationalizedArrayString'),
  validation: (rule) => rule.custom(inSomeLanguage),
})

/** One address per language. */
export const slugField = defineField({
  name: 'slug',
  title: 'Address',
  type: 'internationalizedArraySlug',
  group: 'content',
  description:
    'The last part of the page’s address, one for each language with a title. Once published, keep it: others link to it.',
  initialValue: sourceLineOf('internationalizedArraySlug'),
  validation: (rule) =>
    rule.custom((value) => {
      const given = localizedItems(value).some(({value: slug}) => isRecord(slug) && slug.current)
      return given ? true : 'Give the page an address in at least one language.'
    }),
})

/** Addresses the page had before; they lead to the present one for ever. */
export const formerSlugsField = defineField({
  name: 'formerSlugs',
  title: 'Former addresses',
  type: 'array',
  group: 'publication',
  description:
    'Addresses that lead to this page, for good. When you change an address, the old one is added by itself; add those of an older site by hand.',
  of: [{type: 'formerSlug'}],
})

/** One or two sentences for lists, search results and shared links. */
export const summaryField = defineField({
  name: 'summary',
  title: 'Summary',
  type: 'internationalizedArrayText',
  group: 'content',
  initialValue: sourceLineOf('internationalizedArrayText'),
  description: 'One or two sentences, shown in lists and under the title.',
})

/** Where the facts come from. */
export const sourcesField = defineField({
  name: 'sources',
  title: 'Sources',
  type: 'array',
  group: 'sources',
  description: 'Everything the facts of this document were read in.',
  of: [{type: 'reference', to: [{type: 'source'}]}],
  validation: (rule) => rule.unique(),
})

/** What sources say, each with its source: they may disagree. */
export const statementsField = defineField({
  name: 'statements',
  title: 'Statements',
  type: 'array',
  group: 'sources',
  description: 'What a source says, in our words. Sources may contradict each other: keep both.',
  of: [{type: 'statement'}],
})

/** For colleagues only; no page shows it. */
export const editorialNoteField = defineField({
  name: 'editorialNote',
  title: 'Note for colleagues',
  type: 'text',
  group: 'sources',
  rows: 3,
  description: 'Doubts, things to check. Never shown to visitors.',
})

/** The tabs of a document's form, in the order of an officer's work. */
export const groups = [
  {name: 'content', title: 'Text', default: true},
  {name: 'facts', title: 'Facts'},
  {name: 'relations', title: 'Links'},
  {name: 'sources', title: 'Sources'},
  {name: 'languages', title: 'Languages'},
  {name: 'publication', title: 'Publication'},
]
