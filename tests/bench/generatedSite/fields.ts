import {isLocale} from '@coworkmed/schemas/locales'
import {slugify} from '@coworkmed/schemas/localized/slugify'

import {inLanguages} from '../../inLanguages.ts'
import {benchLocales} from './benchLocales.ts'
import type {City} from './cities.ts'
import type {Random} from './random.ts'
import {REGIONS, SOURCES} from './siteShape.ts'
import {paragraph, phrase} from './text.ts'

/** A document as the lake takes it. */
export interface GeneratedDocument {
  [field: string]: unknown
  _id: string
  _type: string
}

/** A localized field with a value in each of the eight languages. */
export function inEveryLanguage<Value>(make: (locale: string) => Value, type = 'String') {
  const values = benchLocales.map(({id}) => [id, make(id)] as const)
  return inLanguages(Object.fromEntries(values), type)
}

/** The title of a document in a language: it follows from the id, so that others can name it too. */
export const titleOf = (id: string, locale: string): string =>
  `${phrase(`${id} title ${locale}`, locale, 3, 7)} ${id.replace(/^.*-/, '')}`

/** What every document with pages starts with. */
export function head(id: string, type: string) {
  return {
    _id: id,
    _type: type,
    title: inEveryLanguage((locale) => titleOf(id, locale)),
    slug: inEveryLanguage(
      (locale) => ({_type: 'slug', current: slugOf(titleOf(id, locale), locale)}),
      'Slug',
    ),
    summary: inEveryLanguage((locale) => paragraph(`${id} summary ${locale}`, locale, 180), 'Text'),
  }
}

/** What sources say, each in so many bytes. */
export function statements(id: string, count: number, bytes: number) {
  return Array.from({length: count}, (_, index) => ({
    _key: `statement-${index + 1}`,
    _type: 'statement',
    text: inEveryLanguage(
      (locale) => paragraph(`${id} statement ${index} ${locale}`, locale, bytes),
      'Text',
    ),
    source: {_type: 'reference', _ref: `source-${1 + ((index * 7 + id.length) % SOURCES)}`},
    confidence: 'high',
  }))
}

/** References to documents of one kind, each once. */
export function someReferences(random: Random, kind: string, among: number, count: number) {
  const numbers = Array.from({length: Math.min(count, among)}, () => random.integer(1, among))
  return [...new Set(numbers)].map((number) => ({
    _key: `${kind}-${number}`,
    ...reference(kind, number),
  }))
}

export const reference = (kind: string, number: number) => ({
  _type: 'reference',
  _ref: `${kind}-${number}`,
})

/** Where something is: a city, its region, its point on the map. */
export const placeIn = (random: Random, {name, country, point}: City) => ({
  _type: 'place',
  city: inEveryLanguage(() => name),
  country,
  region: reference('region', random.integer(1, REGIONS)),
  point,
})

/** The eighth language has no spelling rules of its own in the schemas, and needs none beyond its neighbours'. */
const slugOf = (title: string, locale: string) => slugify(title, isLocale(locale) ? locale : 'es')
