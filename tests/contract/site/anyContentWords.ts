import {isRecord} from '@coworkmed/schemas/isRecord'
import type {Finding, PathStep} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'
import {isPageType} from '@coworkmed/schemas/pageTypes'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Stored} from '../../unit/schemas/anyDocument.ts'
import type {MadePage} from './anyContentSite.ts'
import {wordsIn} from './anyContentWorld.ts'

/** What was written, what was made of it in one language, and what was told. */
interface Shown {
  documents: readonly Stored[]
  locale: Locale
  pages: readonly MadePage[]
  findings: (id: string) => readonly Finding[]
}

/** A word, and where it was written. */
interface Written {
  word: string
  path: readonly PathStep[]
  /** The language of the text it stands in; none for facts. */
  language: string | undefined
}

/**
 * The words that somebody wrote and no page shows, though nothing says so; and those that a page shows of a language that is
 * hidden. It reads documents as a person does, and knows nothing of how they are parsed.
 */
export function lostWords({documents, locale, pages, findings}: Shown): string[] {
  const text = pages.map((page) => page.text).join('\n')
  const writtenTwice = new Set(documents.flatMap(repeatedWords))
  return documents.flatMap((document) => {
    const told = findings(document._id)
    const isReachable = pages.some(
      ({page, documents: ids}) =>
        ids.has(document._id) && (!isPageType(document._type) || page.id === document._id),
    )
    const hidden = hiddenLanguages(document)
    return writtenIn(document).flatMap((written) => {
      const {word, path, language} = written
      const isHidden = language !== undefined && hidden.has(language)
      const isShown = text.includes(word)
      const say = (what: string) => [`${document._id}: ${word} at ${pathText(path)} ${what}`]
      if (isHidden)
        return isShown && !writtenTwice.has(word) ? say('is shown, and its language is hidden') : []
      if (isShown || (language !== undefined && language !== locale)) return []
      if (told.length >= MOST_FINDINGS || told.some((finding) => explains(finding, path))) return []
      if (isNowhere(document, written) || isAway(document, told, hidden)) return []
      if (isReachable) return say('is on no page')
      return isPageType(document._type) ? say('has no page') : []
    })
  })
}

/** A document with more says no more. */
const MOST_FINDINGS = 100

/** Whether a finding is about a place: at it, around it, or in the object of which something necessary is missing. */
function explains({path}: Finding, place: readonly PathStep[]) {
  const owner = path.length > 1 && typeof path.at(-1) === 'string' ? path.slice(0, -1) : path
  return owner.every((step, index) => JSON.stringify(step) === JSON.stringify(place[index]))
}

function writtenIn(value: unknown, path: readonly PathStep[] = [], language?: string): Written[] {
  if (typeof value === 'string') return wordsIn(value).map((word) => ({word, path, language}))
  if (Array.isArray(value))
    return value.flatMap((member: unknown, index) => {
      const key = isRecord(member) && typeof member._key === 'string' ? {_key: member._key} : index
      return writtenIn(member, [...path, key], language)
    })
  if (!isRecord(value)) return []
  const own = 'value' in value ? languageOf(value) : undefined
  return Object.entries(value).flatMap(([name, child]) =>
    writtenIn(child, [...path, name], language ?? own),
  )
}

/** A mutation may have put a text at a second place. */
function repeatedWords(document: Stored): string[] {
  const words = writtenIn(document).map(({word}) => word)
  return words.filter((word, index) => words.indexOf(word) !== index)
}

function languageOf({language, _key: key}: Record<string, unknown>) {
  const said = typeof language === 'string' ? language : key
  return typeof said === 'string' ? said.trim().toLowerCase() : undefined
}

/** The languages that some entry calls anything but public; regions hide the whole. */
function hiddenLanguages({translations}: Stored): ReadonlySet<string> {
  const entries = (Array.isArray(translations) ? translations : []).filter(isRecord)
  return new Set(
    entries.flatMap((entry) => {
      const {state} = entry
      const isPublic =
        state === undefined ||
        state === null ||
        (typeof state === 'string' && PUBLIC.has(state.trim().toLowerCase()))
      return isPublic ? [] : (languageOf(entry)?.split(/[-_]/)[0] ?? [])
    }),
  )
}

const PUBLIC = new Set(['', 'source', 'machine', 'ready'])

/** Whether a document that needs a name is not shown at all: it has none that can be shown, or not yet, or no more. */
function isAway(
  {_type, title, publishAt, unpublishAt}: Stored,
  told: readonly Finding[],
  hidden: ReadonlySet<string>,
) {
  if (!isPageType(_type) && _type !== 'typologyScheme') return false
  const isUnnamed = told.some(({path: [field]}) => field === 'title' || field === 'slug')
  const titles = (Array.isArray(title) ? title : []).filter(isRecord)
  const isHidden = titles.every((item) => hidden.has(languageOf(item) ?? ''))
  return isUnnamed || isHidden || publishAt !== undefined || unpublishAt !== undefined
}

/** Fields that no page shows, or not always. */
function isNowhere(document: Stored, {path}: Written) {
  const fields = path.filter((step) => typeof step === 'string')
  const place = [document._type, ...fields].join('.').replace(/\.value$/, '')
  return fields.some((name) => name.startsWith('_')) || NOWHERE.some((each) => each.test(place))
}

const NOWHERE = [
  // Notes for colleagues, and what the Studio keeps for itself.
  /editorialNote$/,
  /^source\.(note|kind)/,
  /\.translations\./,
  /\.state\.reason$/,
  /\.(slug|formerSlugs)\./,
  // Named by others: their names are shown, and of the programmes of the project more.
  /^region\.(?!title)/,
  /^fund\.(?!title)/,
  /^tombstone\./,
  // The site's own name comes before it.
  /^project\.title/,
  // A single fact is named by its field.
  /^policy\.area\.label/,
  /^siteSettings\.acknowledgement\.(total|union)\.label/,
  // Only of an authority that has no page.
  /^policy\.authorities\.name$/,
]
