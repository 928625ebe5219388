import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {PathStep} from '@coworkmed/schemas/parse/finding'
import {parseDocument} from '@coworkmed/schemas/parse/parseDocument'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'

/** A value of one field, and what is left of it. */
interface Case {
  what: string
  type?: string
  field: string
  written: unknown
  kept: unknown
  /** Where something is found, and of the message what matters. */
  finds: [PathStep[], expected: string][]
}

const span = (text: string, ...marks: string[]) => ({_type: 'span', _key: text, text, marks})
const block = (children: unknown[], more: object = {}) => ({_type: 'block', children, ...more})
const french = (value: unknown, kind: string) => inLanguages({fr: value}, kind)
const at = ['report', {_key: 'fr'}, 'value', 0]
const day = (value: string) => ({_type: 'partialDate', value})
const link = (key: string) => ({_key: key, _type: 'link', href: 'https://example.org/'})

const cases: Case[] = [
  {
    what: 'a text of controls alone',
    type: 'partner',
    field: 'legalName',
    written: '\u0000\u0007',
    kept: undefined,
    finds: [],
  },
  {
    what: 'a blank text',
    type: 'partner',
    field: 'legalName',
    written: ' \u200b',
    kept: undefined,
    finds: [],
  },
  {
    what: 'a name that is necessary, and blank',
    type: 'partner',
    field: 'otherNames',
    written: [{_key: 'a', _type: 'alternativeName', name: ' '}],
    kept: [],
    finds: [[['otherNames', {_key: 'a'}, 'name'], 'Write the name.']],
  },
  {
    what: 'a language that is none',
    type: 'source',
    field: 'language',
    written: 'zz zz',
    kept: undefined,
    finds: [[['language'], 'Two letters, for example it.']],
  },
  {
    what: 'what stands twice, after something that is left out',
    field: 'kinds',
    written: ['party', 'seminar', 'seminar'],
    kept: ['seminar'],
    finds: [
      [['kinds', 0], expectations.choice],
      [['kinds', 2], expectations.twice],
    ],
  },
  {
    what: 'a level that is skipped, after something that is left out',
    field: 'report',
    written: french([null, block([span('a')], {listItem: 'bullet', level: 3})], 'RichText'),
    kept: french([block([span('a')], {listItem: 'bullet', level: 1})], 'RichText'),
    finds: [
      [at, expectations.empty],
      [['report', {_key: 'fr'}, 'value', 1, 'level'], expectations.listLevel],
    ],
  },
  {
    what: 'a link within a link',
    field: 'report',
    written: french(
      [block([span('a', 'x', 'strong', 'y')], {markDefs: [link('x'), link('y')]})],
      'RichText',
    ),
    kept: french(
      [block([span('a', 'x', 'strong')], {markDefs: [link('x'), link('y')]})],
      'RichText',
    ),
    finds: [[[...at, 'children', {_key: 'a'}, 'marks', 2], expectations.mark]],
  },
  {
    what: 'a mark whose type is an object that is no text',
    field: 'report',
    written: french(
      [block([span('a')], {markDefs: [{_key: 'x', _type: {toString: 1}}]})],
      'RichText',
    ),
    kept: french([block([span('a')], {markDefs: []})], 'RichText'),
    finds: [[[...at, 'markDefs', {_key: 'x'}], expectations.mark]],
  },
  {
    what: 'fields that Sanity’s own types do not have',
    field: 'place',
    written: {_type: 'place', point: {_type: 'geopoint', lat: 1, lng: 2, name: 'Here'}},
    kept: {_type: 'place', point: {_type: 'geopoint', lat: 1, lng: 2}},
    finds: [[['place', 'point', 'name'], expectations.field]],
  },
  {
    what: 'a field beside the text of a language',
    field: 'theme',
    written: [{...inLanguages({fr: 'Thème'})[0], note: 'See below'}],
    kept: inLanguages({fr: 'Thème'}),
    finds: [[['theme', {_key: 'fr'}, 'note'], expectations.field]],
  },
  {
    what: 'a reference where several fields belong',
    field: 'place',
    written: {_type: 'reference', _ref: 'tuscany'},
    kept: {_type: 'place'},
    finds: [[['place', '_ref'], expectations.field]],
  },
  {
    what: 'an address that is no text',
    field: 'slug',
    written: french({_type: 'slug', current: false}, 'Slug'),
    kept: undefined,
    finds: [[['slug', {_key: 'fr'}, 'value'], expectations.slug]],
  },
  {
    what: 'an address of the web with a control in it',
    type: 'source',
    field: 'url',
    written: 'https://example.org/\u0000',
    kept: undefined,
    finds: [[['url'], expectations.url]],
  },
  {
    what: 'a beginning that is no date, and an end',
    field: 'when',
    written: {_type: 'period', start: day('2017-99'), end: day('2017-10-05')},
    kept: {_type: 'period', start: {_type: 'partialDate'}, end: day('2017-10-05')},
    finds: [
      [['when', 'start', 'value'], '"2017-99" is not a date. Write 2017-10-05, 2016-11 or 2011.'],
    ],
  },
  {
    what: 'an hour that is an object, beside an end',
    field: 'when',
    written: {
      _type: 'period',
      start: {...day('2017-10-05'), time: {toString: 1}},
      end: day('2017-10-05'),
    },
    kept: {_type: 'period', start: day('2017-10-05'), end: day('2017-10-05')},
    finds: [[['when', 'start', 'time'], expectations.text]],
  },
  {
    what: 'a deadline at an hour that the clocks skip',
    type: 'policy',
    field: 'calls',
    written: [
      {
        _key: 'c',
        _type: 'call',
        timeZone: 'Europe/Athens',
        deadlines: [null, {_type: 'partialDate', value: '2018-03-25', time: '03:30'}],
      },
    ],
    kept: [
      {
        _key: 'c',
        _type: 'call',
        timeZone: 'Europe/Athens',
        deadlines: [{_type: 'partialDate', value: '2018-03-25'}],
      },
    ],
    finds: [
      [['calls', {_key: 'c'}, 'deadlines', 0], expectations.empty],
      [['calls', {_key: 'c'}, 'deadlines', 1, 'time'], expectations.hour],
    ],
  },
  {
    what: 'a call in no time zone',
    type: 'policy',
    field: 'calls',
    written: [{_key: 'c', _type: 'call', timeZone: 'Athens'}],
    kept: [{_key: 'c', _type: 'call'}],
    finds: [
      [['calls', {_key: 'c'}, 'timeZone'], '"Athens" is not a time zone. Write it as Europe/Rome.'],
    ],
  },
  {
    what: 'a region that hides its language',
    field: 'translations',
    written: [{_key: 'a', _type: 'translationState', language: 'fr-CA', state: 'draft'}],
    kept: [{_key: 'a', _type: 'translationState', language: 'fr', state: 'draft'}],
    finds: [[['translations', {_key: 'a'}, 'language'], expectations.language]],
  },
  {
    what: 'a language that is an object, where the key says it',
    field: 'theme',
    written: [{_key: 'fr', language: {id: 'it'}, value: 'Thème'}],
    kept: inLanguages({fr: 'Thème'}),
    finds: [[['theme', {_key: 'fr'}, 'language'], expectations.language]],
  },
  {
    what: 'an empty text in a list',
    type: 'project',
    field: 'countries',
    written: ['FR', ''],
    kept: ['FR'],
    finds: [[['countries', 1], expectations.empty]],
  },
  {
    what: 'a point at a pole, which no map has',
    field: 'place',
    written: {_type: 'place', point: {_type: 'geopoint', lat: -90, lng: 0}},
    kept: {_type: 'place'},
    finds: [[['place', 'point'], expectations.point]],
  },
  {
    what: 'a moment on a day that no calendar has',
    field: 'publishAt',
    written: '2026-02-30T09:00:00Z',
    kept: undefined,
    finds: [[['publishAt'], expectations.datetime]],
  },
  {
    what: 'an address for letters without end',
    type: 'siteSettings',
    field: 'email',
    written: `a@${'b.'.repeat(20_000)} `,
    kept: undefined,
    finds: [[['email'], 'Write a whole e-mail address.']],
  },
]

test.each(cases)('leaves out $what', ({type = 'meeting', field, written, kept, finds}) => {
  const parsed = parseDocument({_id: 'a', _type: type, [field]: written})
  const findings = (parsed?.findings ?? []).filter(
    ({path, found}) => path.length > 1 || found !== '',
  )

  expect(parsed?.document[field]).toEqual(kept)
  expect(findings.map(({path, expected}) => [path, expected])).toEqual(finds)
})
