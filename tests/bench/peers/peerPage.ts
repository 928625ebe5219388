import {isRecord} from '@coworkmed/schemas/isRecord'
import {localizedFields} from '@coworkmed/schemas/localized/walk'
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
  const fields = localizedFields(content)
  return benchLocales.map(({id: locale, paths}) => {
    const texts = fields.map(({path, items}) => ({
      path,
      value: items.find(({language}) => language === locale)?.value,
    }))
    const own = (name: string) => texts.find(({path}) => path === name)?.value
    return {
      id: document._id,
      locale,
      section: paths[section],
      slug: slugIn(own('slug')),
      title: String(own('title')),
      summary: String(own('summary')),
      facts: factsIn(content, locale),
      body: texts
        .filter(({path}) => !['title', 'slug', 'summary'].includes(path))
        .map(({value}) => (Array.isArray(value) ? textFromRichText(value) : String(value)))
        .join('\n\n'),
    }
  })
}

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
