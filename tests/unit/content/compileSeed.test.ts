import {expect, test} from 'vitest'

import {changedSince, translationDigests} from '@coworkmed/schemas/localized/translationDigests'
import type {Locale} from '@coworkmed/schemas/locales'

import {compileSeed} from '../../../scripts/content/compile/compileSeed.ts'

const partner = (fields: object) => [{id: 'org', type: 'partner', fields}]

const translation = (locale: Locale, id: string, texts: Record<string, string>) => [
  {locale, documents: new Map([[id, new Map(Object.entries(texts))]])},
]

test('stores a plain text as French, and a map as its languages', () => {
  const [document] = compileSeed(
    partner({title: {all: 'IRIS', el: 'ΙΡΙΣ'}, summary: 'Un institut'}),
    [],
  )

  expect(document).toMatchObject({
    _id: 'org',
    _type: 'partner',
    summary: [
      {
        _key: 'fr',
        _type: 'internationalizedArrayTextValue',
        language: 'fr',
        value: 'Un institut',
      },
    ],
  })
  expect(document?.title).toContainEqual(expect.objectContaining({language: 'el', value: 'ΙΡΙΣ'}))
  expect(document?.title).toHaveLength(7)
})

test('keeps a month a month, and the hour where it is known', () => {
  const when = {start: '2017-10-05 09:30', end: 'about 2017-10-05 13:00'}
  const [document] = compileSeed(
    [{id: 'meeting', type: 'meeting', fields: {title: 'Réunion', when, place: {country: 'GR'}}}],
    [],
  )

  expect(document?.when).toEqual({
    _type: 'period',
    start: {_type: 'partialDate', value: '2017-10-05', time: '09:30'},
    end: {_type: 'partialDate', value: '2017-10-05', time: '13:00', approximate: true},
  })
  expect(document?.slug).toMatchObject([{value: {current: 'grece-2017-10-05'}}])
})

test('gives each member of a list a stable key', () => {
  const [document] = compileSeed(
    [
      ...partner({
        title: 'IRIS',
        otherNames: [{name: 'A'}, {_key: 'former', name: 'B'}],
        sources: ['source-a'],
      }),
      {id: 'source-a', type: 'source', fields: {title: 'A'}},
    ],
    [],
  )

  expect(document?.otherNames).toMatchObject([{_key: 'alternativeName-1'}, {_key: 'former'}])
  expect(document?.sources).toEqual([{_key: 'source-a', _type: 'reference', _ref: 'source-a'}])
})

test('marks a translation as made by machine, with the digests of what it was made from', () => {
  const [document] = compileSeed(
    partner({title: 'Région', summary: 'Un partenaire'}),
    translation('it', 'org', {title: 'Regione'}),
  )
  const state = Array.isArray(document?.translations)
    ? document.translations.find(({language}) => language === 'it')
    : undefined

  expect(state).toMatchObject({state: 'machine'})
  expect(changedSince(state.digests, translationDigests(document, 'fr'))).toEqual([])
  expect(document?.slug).toMatchObject([
    {value: {current: 'region'}},
    {value: {current: 'regione'}},
  ])
})

test.for([
  {
    fault: 'a field that is not there',
    fields: {name: 'IRIS'},
    says: /org: "name" is not a field\. The fields are: title/,
  },
  {
    fault: 'a reference to nothing',
    fields: {title: 'IRIS', place: {region: 'atlantis'}},
    says: /org\.place\.region: there is no document "atlantis"/,
  },
  {
    fault: 'a reference to the wrong type',
    fields: {title: 'IRIS', place: {region: 'org'}},
    says: /org\.place\.region: "org" is a partner, not a region/,
  },
  {
    fault: 'a value that is not in the list',
    fields: {title: 'IRIS', kind: 'club'},
    says: /org\.kind: "club" is not one of regionalAuthority/,
  },
  {
    fault: 'a date that no calendar has',
    fields: {title: 'IRIS', founded: '2017-02-30'},
    says: /org\.founded: "2017-02-30" is not a date/,
  },
  {
    fault: 'a language that is not ours',
    fields: {title: {de: 'IRIS'}},
    says: /org\.title: "de" is not a language of ours/,
  },
  {
    fault: 'a number in quotes',
    fields: {title: 'IRIS', place: {point: {lat: '43', lng: 11}}},
    says: /org\.place\.point\.lat: "43" is not a number/,
  },
])('names $fault', ({fields, says}) => {
  expect(() => compileSeed(partner(fields), [])).toThrow(says)
})

test('names every document that is wrong, not only the first', () => {
  const entries = [
    {id: 'a', type: 'partner', fields: {name: 'A'}},
    {id: 'b', type: 'partner', fields: {name: 'B'}},
  ]

  expect(() => compileSeed(entries, [])).toThrow(/\na: .+\nb: /)
})

test('names a translation of something that is not there', () => {
  const entries = partner({title: 'IRIS'})

  expect(() => compileSeed(entries, translation('it', 'gone', {title: 'X'}))).toThrow(
    'it.yaml translates "gone", which no seed file has',
  )
  expect(() => compileSeed(entries, translation('it', 'org', {'people[x].role': 'X'}))).toThrow(
    'org: the it text "people[x].role" has no field in the document',
  )
})

test('wants a translation to have as many paragraphs as its source', () => {
  const entries = [
    {id: 'project', type: 'project', fields: {title: 'P', description: 'Un\n\nDeux'}},
  ]

  expect(() => compileSeed(entries, translation('it', 'project', {description: 'Uno'}))).toThrow(
    'project.description (it) has 1 paragraphs, its source 2',
  )
})
