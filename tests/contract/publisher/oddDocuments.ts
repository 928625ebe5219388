// Longer than most: it is a list, one odd document after the other.
import type {PathStep} from '@coworkmed/schemas/parse/finding'

import {inLanguages} from '../../inLanguages.ts'

/** A document as an import, a script or an older Studio writes it. */
export interface OddDocument {
  name: string
  /** Fields of a meeting that has a French title and address, unless it says otherwise. */
  fields: Record<string, unknown>
  type?: string
  /** What is found: where, in which language, and something of what stands there. */
  finds?: {path: PathStep[]; language?: string; found?: string}
  /** The address of its French page, where that is not its id. */
  at?: string
  /** What its French page shows, if it has one. */
  shows?: string
  /** What no page of the site shows. */
  hides?: string
}

const text = (values: Record<string, unknown>, kind = 'String') => inLanguages(values, kind)
const span = (more: object = {}) => ({_key: 's', _type: 'span', text: 'Mot', marks: [], ...more})
const block = (more: object = {}) => ({
  _key: 'b',
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [span()],
  ...more,
})
const report = (...blocks: unknown[]) => ({report: text({fr: blocks}, 'RichText')})
const reportPath = ['report', {_key: 'fr'}, 'value', {_key: 'b'}]
const slug = (current: unknown) => ({slug: text({fr: {_type: 'slug', current}}, 'Slug')})
const day = (value: unknown, time?: string) => ({
  _type: 'partialDate',
  value,
  ...(time ? {time} : {}),
})
const when = (start: object, more: object = {}) => ({when: {_type: 'period', start, ...more}})
const money = (more: object) => ({
  amount: {_type: 'money', bound: 'exact', amount: 5, currency: 'EUR', ...more},
})
const formerSlug = (current: string) => ({
  formerSlugs: [{_key: 'f', _type: 'formerSlug', language: 'fr', current}],
})
const long = 'Un long texte. '.repeat(200)
const item = (key: string, value: unknown, more: object = {}) => ({
  _key: key,
  _type: 'internationalizedArrayStringValue',
  language: key,
  value,
  ...more,
})
const state = (language: string, name: string, key = language) => ({
  _key: key,
  _type: 'translationState',
  language,
  state: name,
})

/** One of each kind that once stopped everybody, or was shown wrongly. */
export const oddDocuments: OddDocument[] = [
  {
    name: 'a title that is a text',
    fields: {title: 'Plain'},
    finds: {path: ['title'], found: 'Plain'},
  },
  {name: 'a title that is an object', fields: {title: {en: 'x'}}, finds: {path: ['title']}},
  {
    name: 'a summary that is blocks',
    fields: {summary: text({fr: [block()]}, 'Text')},
    finds: {path: ['summary', {_key: 'fr'}, 'value'], language: 'fr'},
  },
  {
    name: 'null among former addresses',
    fields: {formerSlugs: [null]},
    finds: {path: ['formerSlugs', 0]},
  },
  {
    name: 'null among organisations',
    fields: {participations: [null]},
    finds: {path: ['participations', 0]},
  },
  {
    name: 'null among words',
    fields: report(block({children: [null, span()]})),
    finds: {path: [...reportPath, 'children', 0], language: 'fr'},
    shows: '<p>Mot</p>',
  },
  ...['x'.repeat(256), 'index.html', '2024/probe', 'a/b/../c', '..', '%', 'a?b', 'a#b'].map(
    (current) => ({
      name: `the address ${current.slice(0, 20)}`,
      fields: slug(current),
      finds: {path: ['slug', {_key: 'fr'}, 'value'], language: 'fr', found: current.slice(0, 20)},
    }),
  ),
  ...['x'.repeat(256), 'index.html', 'a/b/../c', '..', '%'].map((current) => ({
    name: `the former address ${current.slice(0, 20)}`,
    fields: formerSlug(current),
    finds: {path: ['formerSlugs', {_key: 'f'}, 'current'], found: current.slice(0, 20)},
  })),
  {
    name: 'a state that nobody knows',
    fields: {state: {_type: 'meetingState', value: 'unheard'}},
    finds: {path: ['state', 'value'], found: 'unheard'},
  },
  ...[{role: 'chair'}, {}].map((role) => ({
    name: `an organisation with the role ${JSON.stringify(role)}`,
    fields: {
      participations: [
        {_key: 'p', _type: 'participation', partner: {_type: 'reference', _ref: 'iris'}, ...role},
      ],
    },
    finds: {path: ['participations', {_key: 'p'}, 'role']},
  })),
  {
    name: 'an amount by the month',
    type: 'policy',
    fields: money({basis: 'perMonth'}),
    finds: {path: ['amount', 'basis']},
  },
  {
    name: 'an amount in €',
    type: 'policy',
    fields: money({currency: '€'}),
    finds: {path: ['amount', 'currency'], found: '€'},
  },
  {
    name: 'an amount without a bound',
    type: 'policy',
    fields: money({bound: undefined}),
    finds: {path: ['amount', 'bound']},
  },
  {
    name: 'a day that is a number',
    type: 'source',
    fields: {title: 'Source', slug: undefined, consultedOn: 20230101},
    finds: {path: ['consultedOn'], found: '20230101'},
  },
  {
    name: 'two long texts in one language of one field',
    fields: {
      summary: [
        {
          _key: 'k1',
          _type: 'internationalizedArrayTextValue',
          language: 'en',
          value: `First. ${long}`,
        },
        {
          _key: 'k2',
          _type: 'internationalizedArrayTextValue',
          language: 'en',
          value: `Second. ${long}`,
        },
      ],
    },
    finds: {path: ['summary', {_key: 'k2'}, 'value'], language: 'en', found: 'Second.'},
    shows: 'First.',
  },
  {
    name: 'a draft beside an item without a type',
    fields: {
      slug: text({en: {_type: 'slug', current: 'open-title'}}, 'Slug'),
      title: [item('en', 'Open title'), {_key: 'fr', language: 'fr', value: 'SECRET DRAFT'}],
      translations: [state('fr', 'draft')],
    },
    at: '/fr/reunions/open-title/',
    shows: 'Open title',
    hides: 'SECRET DRAFT',
  },
  {
    name: 'a language that is ready, and a draft',
    fields: {
      slug: text({en: {_type: 'slug', current: 'public-title'}}, 'Slug'),
      title: [item('en', 'Public title'), item('fr', 'SECRET BROUILLON')],
      translations: [state('fr', 'ready', 'a'), state('fr', 'draft', 'b')],
    },
    finds: {path: ['translations', {_key: 'a'}]},
    at: '/fr/reunions/public-title/',
    shows: 'Public title',
    hides: 'SECRET BROUILLON',
  },
  {
    name: 'languages in keys alone',
    fields: {title: [{_key: 'fr', value: 'Titre par la clé'}]},
    shows: 'Titre par la clé',
  },
  {
    name: 'languages with a region',
    fields: {title: [item('fr', 'Titre de pays'), item('en-GB', 'Title of a country')]},
    finds: {path: ['title', {_key: 'en-GB'}], found: 'en-GB'},
    shows: 'Titre de pays',
    hides: 'Title of a country',
  },
  {
    name: 'languages in capital letters',
    fields: {title: [item('FR', 'Titre capital')]},
    shows: 'Titre capital',
  },
  {
    name: 'an hour as people write it',
    fields: when(day('2017-10-05', '9h30')),
    finds: {path: ['when', 'start', 'time'], found: '9h30'},
    shows: '5 octobre 2017',
    hides: 'NaN',
  },
  {
    name: 'a day of the year 44',
    fields: when(day('0044-03-15')),
    shows: '15 mars 44',
    hides: '1944',
  },
  ...['2023-02-29', 'juin 2017', '2017-13-45'].map((value) => ({
    name: `the date ${value}`,
    fields: when(day(value)),
    finds: {path: ['when', 'start', 'value'], found: value},
    hides: 'Invalid Date',
  })),
  {
    name: 'an hour that the clocks skip',
    fields: when(day('2017-03-26', '02:30'), {timeZone: 'Europe/Rome'}),
    finds: {path: ['when', 'start', 'time'], found: '02:30'},
  },
  {
    name: 'an unknown time zone',
    fields: when(day('2017-10-05', '09:30'), {timeZone: 'Europe/Atlantis'}),
    finds: {path: ['when', 'timeZone'], found: 'Europe/Atlantis'},
  },
  {
    name: 'an end before its beginning',
    fields: when(day('2017-10-05'), {end: day('2017-10-01')}),
    finds: {path: ['when', 'end']},
    shows: '5 octobre 2017',
  },
  {
    name: 'a paragraph of 400,000 characters and 200,000 lines',
    fields: report(block({children: [span({text: 'a\n'.repeat(200_000)})]})),
    finds: {path: [...reportPath, 'children', {_key: 's'}, 'text'], language: 'fr', found: 'a'},
  },
  {
    name: 'a paragraph of 30,000 pieces',
    fields: report(
      block({
        children: Array.from({length: 30_000}, (_, n) => span({_key: `s${n}`, text: 'mot '})),
      }),
      {...block(), _key: 'c'},
    ),
    finds: {path: reportPath, language: 'fr', found: 'mot'},
    shows: 'Mot',
  },
  {
    name: 'a summary of three million characters',
    fields: {summary: text({fr: 'é'.repeat(3_000_000)}, 'Text')},
    finds: {path: ['summary', {_key: 'fr'}, 'value'], language: 'fr', found: 'é'},
  },
  {
    name: 'a report of two thousand long paragraphs',
    fields: report(
      ...Array.from({length: 2000}, (_, n) => ({
        ...block({children: [span({text: 'Mot '.repeat(1000)})]}),
        _key: `b${n}`,
      })),
    ),
    finds: {path: ['report', {_key: 'fr'}, 'value', {_key: 'b100'}], language: 'fr'},
    shows: 'Mot',
  },
  {
    name: 'a heading of the page itself in a report',
    fields: report(block({style: 'h1'})),
    finds: {path: [...reportPath, 'style'], language: 'fr', found: 'h1'},
    shows: '<p>Mot</p>',
  },
  {
    name: 'underlined words',
    fields: report(block({children: [span({marks: ['underline']})]})),
    finds: {
      path: [...reportPath, 'children', {_key: 's'}, 'marks', 0],
      language: 'fr',
      found: 'underline',
    },
    shows: '<p>Mot</p>',
    hides: 'text-decoration',
  },
  {
    name: 'a block nobody knows',
    fields: report(
      {_key: 'b', _type: 'video', url: 'https://example.org/'},
      {...block(), _key: 'c'},
    ),
    finds: {path: reportPath, language: 'fr', found: 'video'},
    shows: '<p>Mot</p>',
  },
  {
    name: 'a paragraph without words',
    fields: report(block({children: undefined}), {...block(), _key: 'c'}),
    finds: {path: reportPath, language: 'fr'},
    shows: '<p>Mot</p>',
  },
  {
    name: 'a list that skips levels',
    fields: report(block({listItem: 'bullet', level: 4})),
    finds: {path: [...reportPath, 'level'], language: 'fr', found: '4'},
    shows: '<li>Mot</li>',
  },
  {
    name: 'a point beside the globe',
    fields: {place: {_type: 'place', point: {_type: 'geopoint', lat: 143.7, lng: 11.2}}},
    finds: {path: ['place', 'point']},
  },
  {
    name: 'a country that is none',
    fields: {place: {_type: 'place', country: 'ZZ'}},
    finds: {path: ['place', 'country'], found: 'ZZ'},
  },
  {
    name: 'references to nothing, to a draft and to itself',
    fields: {
      relatedMeetings: [
        {_key: 'n', _type: 'reference', _ref: 'nobody', _weak: true},
        {_key: 'd', _type: 'reference', _ref: 'drafts.nobody', _weak: true},
      ],
    },
    finds: {path: ['relatedMeetings', {_key: 'n'}], found: 'nobody'},
  },
  {
    name: 'an image without a file, cropped to nothing',
    fields: {image: {_type: 'picture', crop: {top: 0.6, bottom: 0.6, left: 0, right: 0}}},
    finds: {path: ['image', 'asset']},
  },
  {
    name: 'an image that was never uploaded',
    fields: {
      image: {
        _type: 'picture',
        asset: {_type: 'reference', _ref: 'image-none-1x1-png', _weak: true},
      },
    },
    finds: {path: ['image', 'asset'], found: 'image-none-1x1-png'},
  },
]
