import {isRecord} from '@coworkmed/schemas/isRecord'

import {inLanguages} from '../../inLanguages.ts'
import type {Stored} from '../../unit/schemas/anyDocument.ts'
import {realDocuments} from '../../unit/schemas/realDocuments.ts'

/** The real documents, with an image, and with a word of its own in each text that an officer types. */
export async function anyContentWorld(): Promise<Stored[]> {
  const documents = [...(await realDocuments()), asset, ...awkwardlyNamed]
  return documents.map((document, index) => withWords(withPicture(document, index), index))
}

/** The words of a value that `withWords` put into it. */
export const wordsIn = (text: string): string[] => text.match(/\bzq\d+x\d+z\b/g) ?? []

const asset: Stored = {
  _id: 'image-green-1200x900-png',
  _type: 'sanity.imageAsset',
  url: 'https://cdn.example/green.png',
  metadata: {hasAlpha: false, dimensions: {width: 1200, height: 900}},
}

/** Ids that a page may use itself, and that HTML or addresses might read otherwise. */
const awkwardlyNamed: Stored[] = [
  'main',
  'facts',
  'sources',
  'source-1',
  '1',
  '-a',
  '...',
  '__proto__',
].map((_id) => ({
  _id,
  _type: 'typologyScheme',
  title: inLanguages({fr: `Typologie ${_id}`, en: _id}),
}))

/** Every third of those that can have one. */
function withPicture(document: Stored, index: number): Stored {
  const name = PICTURE_FIELDS[document._type]
  return name && index % 3 === 0 ? {...document, [name]: picture} : document
}

const PICTURE_FIELDS: Record<string, string> = {meeting: 'image', partner: 'logo'}

const picture = {
  _type: 'picture',
  asset: {_type: 'reference', _ref: asset._id},
  alt: inLanguages({fr: 'Du vert', en: 'Green'}),
  caption: inLanguages({fr: 'Une légende', en: 'A caption'}),
  credit: 'Quelqu’un',
  crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0.1, left: 0.5, right: 0},
  hotspot: {_type: 'sanity.imageHotspot', x: 0.75, y: 0.5, width: 0.2, height: 0.2},
}

function withWords(document: Stored, number: number): Stored {
  let count = 0
  const marked = Object.entries(document).map(([name, value]) => [
    name,
    worded(value, name, document),
  ])
  return {...Object.fromEntries(marked), _id: document._id, _type: document._type}

  function worded(value: unknown, name: string, owner: Record<string, unknown>): unknown {
    if (Array.isArray(value)) return value.map((member: unknown) => worded(member, '', owner))
    if (typeof value === 'string') return isTyped(name, owner) ? `${value} ${nextWord()}` : value
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([field, child]) => [field, worded(child, field, value)]),
    )
  }

  function nextWord() {
    count += 1
    return `zq${number}x${count}z`
  }
}

/** Whether a text of this name is typed freely: no choice, no date, no address. */
function isTyped(name: string, owner: Record<string, unknown>) {
  if (name === 'value') return /Array(String|Text)Value$/.test(String(owner._type))
  const isChoice = '_id' in owner && name === 'kind'
  const isNuts = name === 'code' && 'version' in owner
  const isBarrier = name === 'reason' && 'alternative' in owner
  return TYPED.has(name) && !isChoice && !isNuts && !isBarrier
}

const TYPED = new Set([
  'title',
  'publisher',
  'note',
  'editorialNote',
  'name',
  'venue',
  'street',
  'host',
  'text',
  'code',
  'kind',
  'number',
  'gazette',
  'standard',
  'unit',
  'credit',
  'legalName',
  'shortName',
  'reason',
])
