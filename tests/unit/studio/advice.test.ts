import {expect, test} from 'vitest'

import {adviceOn} from '../../../studio/src/advice/adviceOn.ts'
import {findingsOf} from '../../../studio/src/advice/findingsOf.ts'
import type {FormType} from '../../../studio/src/advice/formPath.ts'
import {messages} from '../../../studio/src/language/messages/messages.ts'
import {translator} from '../../../studio/src/language/translator.ts'

const english = (text: string) => text
const localized = (value: unknown) => [
  {_key: 'fr', _type: 'internationalizedArrayStringValue', language: 'fr', value},
]

const region = {_id: 'drafts.toscana', _type: 'region', title: localized('Toscane'), country: 'IT'}

/** The form of a region, as far as these tests go. */
const form = (...fields: FormType[]) => ({
  name: 'region',
  jsonType: 'object',
  fields: fields.map((type) => ({name: type.name, type})),
})
const country = {name: 'country', jsonType: 'string'}
const type = form(country, {name: 'sources', jsonType: 'array', of: []})

test('has nothing to say of a document that fits', () => {
  expect(adviceOn(region, type, english)).toEqual([])
})

test('says at the field what the site leaves out, in the officer’s language', () => {
  const document = {...region, colour: 'blue', country: {code: 'IT'}}

  expect(adviceOn(document, type, english)).toEqual([
    {path: ['country'], message: 'The site leaves this out. Write a text here.'},
    {
      path: ['colour'],
      message: 'The site leaves “colour” out. The site does not know this field.',
    },
  ])
  expect(
    adviceOn(document, type, translator('fr-FR', messages)).map(({message}) => message),
  ).toEqual([
    'Le site n’en tient pas compte. Écrivez ici un texte.',
    'Le site ne tient pas compte de «\u00A0colour\u00A0». Ce champ est inconnu du site.',
  ])
})

test('leaves to the form what its own rules say there', () => {
  const document = {...region, country: 'Italy'}

  expect(findingsOf(document)).toHaveLength(1)
  expect(adviceOn(document, type, english)).toEqual([])
})

test('says it at the nearest input where the form has none for the value', () => {
  const sources = [{_key: 's1', _type: 'note', text: 'a'}]

  expect(adviceOn({...region, sources}, type, english)).toMatchObject([{path: ['sources']}])
})

test('says the same of an input once', () => {
  const entries = ['a', 'b'].map((_key) => ({_key, _type: 'note', text: 'a'}))

  expect(adviceOn({...region, sources: entries}, type, english)).toHaveLength(1)
})

test.each(['drafts.toscana', 'versions.r1.toscana', 'toscana'])(
  'takes %s for the document that it is once published',
  (_id) => {
    const self = [{_key: 's1', _type: 'reference', _ref: 'toscana'}]

    expect(findingsOf({...region, _id, sources: self})).toMatchObject([
      {document: 'toscana', expected: 'Choose another document: this one refers to itself.'},
    ])
  },
)

test('counts nothing in a field that is merely empty', () => {
  expect(findingsOf({_id: 'a', _type: 'meeting'})).toEqual([])
})

test('parses each version of a document once', () => {
  const document = {...region, colour: 'blue'}

  expect(findingsOf(document)).toBe(findingsOf(document))
})

test('knows nothing of documents that are none of ours', () => {
  expect(findingsOf({_id: 'a', _type: 'poem'})).toEqual([])
  expect(findingsOf({})).toEqual([])
})
