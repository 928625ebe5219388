import type {PathStep} from '@coworkmed/schemas/parse/finding'
import {expect, test} from 'vitest'

import type {FormType} from '../../../studio/src/advice/formPath.ts'
import {formPath} from '../../../studio/src/advice/formPath.ts'

const string = {name: 'string', jsonType: 'string'}
const list = (...of: FormType[]) => ({name: 'array', jsonType: 'array', of})
const object = (name: string, fields: Record<string, FormType>): FormType => ({
  name,
  jsonType: 'object',
  fields: Object.entries(fields).map(([field, type]) => ({name: field, type})),
})

const link = object('link', {href: string})
const block = object('block', {children: list(), style: string, markDefs: list(link)})
const picture = {
  ...object('picture', {alt: string, asset: object('reference', {})}),
  type: {name: 'image', jsonType: 'object'},
}
const meeting = object('meeting', {
  title: list(object('titleValue', {value: string})),
  countries: list(string),
  report: list(block, picture),
  image: picture,
})

const document = {
  title: [{_key: 'fr', value: 5}, {value: 'no key'}],
  countries: ['Greece'],
  report: [
    {_key: 'b1', _type: 'block', markDefs: [{_key: 'm1', _type: 'link'}]},
    {_key: 'v1', _type: 'video'},
  ],
}

const keyed = (_key: string) => ({_key})

test.each<{what: string; path: PathStep[]; kept: number}>([
  {what: 'a value of one language', path: ['title', keyed('fr'), 'value'], kept: 3},
  {what: 'a bare entry', path: ['countries', 0], kept: 2},
  {what: 'an entry of a known type', path: ['report', keyed('b1')], kept: 2},
  {
    what: 'a link in a paragraph',
    path: ['report', keyed('b1'), 'markDefs', keyed('m1'), 'href'],
    kept: 5,
  },
  {what: 'a field that is missing', path: ['image', 'alt'], kept: 2},
  {what: 'a field of the document that no form has', path: ['colour'], kept: 1},
  {what: 'a style, up to its paragraph', path: ['report', keyed('b1'), 'style'], kept: 2},
  {what: 'an asset, up to its image', path: ['image', 'asset'], kept: 1},
  {
    what: 'an entry of an unknown type, up to its list',
    path: ['report', keyed('v1'), 'url'],
    kept: 1,
  },
  {what: 'an entry without a key, up to its list', path: ['title', 1, 'value'], kept: 1},
  {
    what: 'an unknown field of an entry, up to the entry',
    path: ['title', keyed('fr'), 'colour'],
    kept: 2,
  },
  {what: 'an entry that is gone, up to its list', path: ['countries', 7], kept: 1},
])('leads to $what', ({path, kept}) => {
  expect(formPath(path, document, meeting)).toEqual(path.slice(0, kept))
})
