import {isRecord} from '@coworkmed/schemas/isRecord'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'
import type {LocaleDefinition} from '@coworkmed/schemas/locales'

import {textFromRichText} from '../../../scripts/content/compile/textFromRichText.ts'
import {benchLocales} from '../generatedSite/benchLocales.ts'
import type {GeneratedDocument} from '../generatedSite/fields.ts'
import {titleOf} from '../generatedSite/fields.ts'

/** One page as Hugo and Eleventy get it: the texts of a document in one language, its references already named. */
export interface PeerPage {
  id: string
  locale: string
  /** The section's word in addresses. */
  section: string
  slug: string
  title: string
  summary: string
  facts: {name: string; value: string}[]
  /** Everything else the document says in this language, as Markdown. */
  body: string
}

const sections = new Map<string, keyof LocaleDefinition['paths']>([
  ['meeting', 'meetings'],
  ['partner', 'partners'],
  ['policy', 'policies'],
  ['thirdPlaceType', 'typology'],
])

/** The pages of a document, one for each language; none for documents that have no pages. */
export function peerPages(document: GeneratedDocument): PeerPage[] {
  const section = sections.get(document._type)
  if (!section) return []
  const {translations: _, ...content} = document
  return benchLocales.map(({id: locale, paths}) => {
    const texts = Object.entries(content).flatMap(([field, value]) =>
      textsIn(value, locale).map((text) => ({field, text})),
    )
    const own = (name: string) => texts.find(({field}) => field === name)?.text
    return {
      id: document._id,
      locale,
      section: paths[section],
      slug: slugIn(own('slug')),
      title: String(own('title')),
      summary: String(own('summary')),
      facts: factsIn(content, locale),
      body: texts
        .filter(({field}) => !['title', 'slug', 'summary'].includes(field))
        .map(({text}) => (Array.isArray(text) ? textFromRichText(text) : String(text)))
        .join('\n\n'),
    }
  })
}

/** The texts of one language, however deep; also of the eighth, which this repository's own site does not have. */
function textsIn(value: unknown, locale: string): unknown[] {
  if (!Array.isArray(value)) return isRecord(value) ? textsOf(Object.values(value), locale) : []
  if (!isLocalizedArray(value)) return textsOf(value, locale)
  return value.filter(({language}) => language === locale).map((item) => item.value)
}

const textsOf = (values: unknown[], locale: string) =>
  values.flatMap((value) => textsIn(value, locale))

const slugIn = (value: unknown) => (isRecord(value) ? String(value.current) : '')

/** The plain values of a document, and the titles of what it points to. */
function factsIn(content: Record<string, unknown>, locale: string) {
  return Object.entries(content)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => ({name, value: [...factsOf(value, locale)].join(', ')}))
    .filter(({value}) => value !== '')
}

function* factsOf(value: unknown, locale: string): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value)
  else if (Array.isArray(value)) for (const member of value) yield* factsOf(member, locale)
  else if (isRecord(value)) yield* factsOfObject(value, locale)
}

function* factsOfObject(value: Record<string, unknown>, locale: string): Generator<string> {
  if (typeof value.language === 'string') return
  if (typeof value._ref === 'string') yield nameOf(value._ref, locale)
  for (const [name, child] of Object.entries(value)) {
    if (!name.startsWith('_')) yield* factsOf(child, locale)
  }
}

/** Only what has a page is linked. */
function nameOf(id: string, locale: string) {
  const [type = ''] = id.split('-')
  return sections.has(type) ? titleOf(id, locale) : id
}
