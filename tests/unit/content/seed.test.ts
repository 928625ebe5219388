import {expect, test} from 'vitest'

import {localizedFields} from '@coworkmed/schemas/localized/walk'
import {isRecord} from '@coworkmed/schemas/isRecord'
import {isLocale, localeIds} from '@coworkmed/schemas/locales'

import type {SeedDocument} from '../../../scripts/content/compile/seedDocument.ts'
import {requiredTexts} from '../../../scripts/content/requiredTexts.ts'
import {seedDocuments} from '../../../scripts/content/seedDocuments.ts'
import {texts} from '../../../scripts/content/texts.ts'
import {fixtureLines} from './fixture.ts'

const FLORENCE = 'meeting-2017-10-05-florence'
const documents = await seedDocuments()
const french = texts(documents, 'fr')
const florence = french[FLORENCE] ?? {}

test('holds each of the 82 records', async () => {
  const ids = await fixtureLines('recordIds.txt')
  const places = new Set(documents.flatMap(namesIn))
  const schemes = ['avitem', 'ftl', 'cost', 'springer', 'jrc', 'anct']
  const placeOf = (id: string) =>
    id === 'schemes'
      ? schemes.map((scheme) => `scheme-${scheme}`)
      : [id === 'article-florence' ? FLORENCE : id]

  expect(ids).toHaveLength(82)
  expect(ids.flatMap(placeOf).filter((id) => !places.has(id))).toEqual([])
})

test('holds each of the 74 sources', async () => {
  const keys = await fixtureLines('sourceKeys.txt')
  const sources = documents.filter(({_type}) => _type === 'source').map(({_id}) => _id)

  expect(keys).toHaveLength(74)
  expect(sources.toSorted()).toEqual(keys.map((key) => `source-${key}`).toSorted())
})

test('holds the whole article, letter by letter', async () => {
  const [title, , ...paragraphs] = await fixtureLines('article.fr.txt')
  const report = paragraphs.filter((paragraph) => !paragraph.includes('•'))

  expect(florence.title).toBe(title)
  expect(florence.report).toBe(report.join('\n\n'))
})

test('has the bullets of the article as takeaways, no-break spaces included', async () => {
  const bullets = (await fixtureLines('article.fr.txt'))
    .filter((line) => line.includes('•'))
    .map((line) => line.replace(/^\s*•\s*/, ''))
  const takeaways = Object.keys(florence).filter((path) => /^takeaways\[.+\]\.text$/.test(path))

  expect(takeaways).toEqual([1, 2, 3, 4, 5, 6].map((n) => `takeaways[takeaway-${n}].text`))
  expect(takeaways.map((path) => florence[path])).toEqual(bullets)
})

test('says in English all that it says in French, and the other way round', () => {
  const english = texts(documents, 'en')

  expect(missing(english, french)).toEqual([])
  expect(missing(french, english)).toEqual([])
})

test.for(localeIds)('says what every language must say in %s', (locale) => {
  const required = texts(documents, 'fr', requiredTexts)

  expect(missing(texts(documents, locale), required)).toEqual([])
})

test('has no two pages of one type at the same address', () => {
  const addresses = documents.flatMap(({_type, slug}) =>
    records(slug).map(({language, value}) =>
      isRecord(value) ? [_type, language, value.current].join('/') : '',
    ),
  )

  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  expect(addresses).toContain('meeting/fr/florence-2017-10-05')
})

test('knows French as the source, and every other language as present or missing', () => {
  const states = documents.flatMap(({translations}) => records(translations))

  expect(new Set(states.map(({language}) => language))).toEqual(new Set(localeIds))
  expect(new Set(states.filter(({language}) => language === 'fr').map(({state}) => state))).toEqual(
    new Set(['source']),
  )
  expect(states.every(({language}) => isLocale(language))).toBe(true)
})

test('says nothing of money that nobody has read', () => {
  const project = documents.find(({_id}) => _id === 'project-coworkmed')
  const settings = documents.find(({_id}) => _id === 'siteSettings')

  expect(project).not.toHaveProperty('budget')
  expect(settings).not.toHaveProperty('acknowledgement.total')
})

test('gives every amount its currency and every number its bound', () => {
  const amounts = documents.flatMap(objectsIn).filter(({_type}) => _type === 'money')
  const figures = documents.flatMap(objectsIn).filter(({_type}) => _type === 'figure')

  expect(amounts.filter(({currency, bound}) => !currency || !bound)).toEqual([])
  expect(figures.filter(({value, bound}) => value === undefined || !bound)).toEqual([])
  expect(amounts.map(({currency}) => currency)).toContain('HRK')
})

type AllTexts = Record<string, Record<string, string>>

function missing(own: AllTexts, wanted: AllTexts) {
  return Object.entries(wanted).flatMap(([id, paths]) =>
    Object.keys(paths)
      .filter((path) => !own[id]?.[path]?.trim())
      .map((path) => `${id} ${path}`),
  )
}

const namesIn = (value: unknown) =>
  objectsIn(value).flatMap(({_id, _key}) => [_id, _key].filter((name) => typeof name === 'string'))

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isRecord(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

const records = (value: SeedDocument[string]) =>
  Array.isArray(value) ? value.filter(isRecord) : []

test('lists French first in every field, as an officer wants to read it', () => {
  const fields = documents.flatMap((document) => localizedFields(document))
  const inFrench = fields.filter(({items}) => items.some(({language}) => language === 'fr'))

  expect(inFrench.length).toBeGreaterThan(400)
  expect(inFrench.filter(({items}) => items[0]?.language !== 'fr')).toEqual([])
})
