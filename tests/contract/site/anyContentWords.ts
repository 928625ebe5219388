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
  /** Those of the documents that are odd: what refers to one may vanish with it. */
  odd: readonly Stored[]
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
  /** What the objects around it refer to. */
  beside: readonly string[]
}

/**
 * The words that somebody wrote and no page shows, though nothing says so; and those that a page shows of a language that is
 * hidden. It reads documents as a person does, and knows nothing of how they are parsed.
 */
export function lostWords(shown: Shown): string[] {
  const {documents, locale, pages, findings} = shown
  const text = pages.map((page) => page.text).join('\n')
  const odd = new Set(shown.odd.map(({_id}) => _id))
  return documents.flatMap((document) => {
    const told = findings(document._id)
    const hidden = hiddenLanguages(document)
    const all = writtenIn(document)
    const isOff = !isShown(document, pages) && isAway(document, told, hidden, pages)
    return all.flatMap(({word, path, language, beside}) => {
      const say = (what: string) => [`${document._id}: ${word} at ${pathText(path)} ${what}`]
      const isHere = text.includes(word)
      if (language !== undefined && hidden.has(language))
        return isHere && isOnce(word, all) ? say('is shown, and its language is hidden') : []
      const isElsewhere = language !== undefined && language !== locale
      const isExcused = isOff || isNowhere(document, path) || beside.some((id) => odd.has(id))
      const isTold = told.length >= MOST_FINDINGS || told.some((each) => explains(each, path))
      return isHere || isElsewhere || isExcused || isTold ? [] : say('is on no page')
    })
  })
}

/** Whether a document has a page, or a section of one, by itself. */
const isShown = ({_id}: Stored, pages: readonly MadePage[]) =>
  pages.some(({page, text}) => page.id === _id || text.includes(` id="scheme-${_id}"`))

/** A mutation may have put a text at a second place. */
const isOnce = (word: string, all: readonly Written[]) =>
  all.filter((other) => other.word === word).length === 1

/** A document with more says no more. */
const MOST_FINDINGS = 100

/** Whether a finding is about a place: at it, around it, or in the object of which something necessary is missing. */
function explains({path}: Finding, place: readonly PathStep[]) {
  const owner = path.length > 1 && typeof path.at(-1) === 'string' ? path.slice(0, -1) : path
  return owner.every((step, index) => JSON.stringify(step) === JSON.stringify(place[index]))
}

function writtenIn(value: unknown, around: Around = NOTHING): Written[] {
  const {path, language, beside} = around
  if (typeof value === 'string') return wordsIn(value).map((word) => ({...around, word}))
  if (Array.isArray(value))
    return value.flatMap((member: unknown, index) => {
      const key = isRecord(member) && typeof member._key === 'string' ? {_key: member._key} : index
      return writtenIn(member, {...around, path: [...path, key]})
    })
  if (!isRecord(value)) return []
  const own = 'value' in value ? languageOf(value) : undefined
  const references = Object.values(value).flatMap((child) =>
    isRecord(child) && typeof child._ref === 'string' ? [child._ref] : [],
  )
  return Object.entries(value).flatMap(([name, child]) =>
    writtenIn(child, {
      path: [...path, name],
      language: language ?? own,
      beside: path.length > 0 ? [...beside, ...references] : [],
    }),
  )
}

type Around = Omit<Written, 'word'>

const NOTHING: Around = {path: [], language: undefined, beside: []}

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

/** Why a document is not shown: it has no name or address that can be, or not yet, or no more; or nothing names it. */
function isAway(
  {_id, _type, title, publishAt, unpublishAt}: Stored,
  told: readonly Finding[],
  hidden: ReadonlySet<string>,
  pages: readonly MadePage[],
) {
  if (!isPageType(_type) && _type !== 'typologyScheme')
    return !pages.some(({documents}) => documents.has(_id))
  const isUnnamed = told.some(({path: [field]}) => field === 'title' || field === 'slug')
  const titles = (Array.isArray(title) ? title : []).filter(isRecord)
  const isHidden = titles.every((item) => hidden.has(languageOf(item) ?? ''))
  return isUnnamed || isHidden || publishAt !== undefined || unpublishAt !== undefined
}

/** Fields that no page shows, or not always. */
function isNowhere({_type}: Stored, path: readonly PathStep[]) {
  const fields = path.filter((step) => typeof step === 'string')
  const place = [_type, ...fields].join('.').replace(/\.value$/, '')
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
