import type {SiteDocument} from '../../../site/src/content/documents.ts'
import fc from 'fast-check'

import {
  date,
  formerSlugs,
  longTexts,
  meeting,
  partner,
  period,
  policy,
  reference,
  region,
  slugs,
  state,
  texts,
  tombstone,
} from './sampleDocuments.ts'

/** What happens between one snapshot and the next: documents come, change and go, and time passes. */
export interface Edit {
  put: Change[]
  remove: string[]
  now: string
}

/** A document as it shall be, or one field of it as it shall be where the document is there already. */
export interface Change {
  document: SiteDocument
  field: string | null
}

const MOMENTS = [
  '2026-11-01T00:00:00.000Z',
  '2026-11-10T12:00:00.000Z',
  '2026-11-20T00:00:00.000Z',
  '2026-11-30T23:00:00.000Z',
  '2026-12-24T00:00:00.000Z',
] as const
const DAYS = ['2026-11-05', '2026-11-10', '2026-11', '2026-12', '2027'] as const
/* Few words for many documents: addresses are left, taken over and claimed twice. */
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

const word = fc.constantFrom(...WORDS)
const language = fc.constantFrom('fr', 'en', 'it')
const perLanguage = fc.dictionary(language, word, {maxKeys: 3})
const moment = fc.constantFrom(...MOMENTS)
const day = fc.constantFrom(...DAYS)
const ids = (prefix: string) =>
  fc.constantFrom('a', 'b', 'c').map((letter) => `${prefix}-${letter}`)
const former = fc
  .array(fc.tuple(language, word), {maxLength: 2})
  .map((lines) => formerSlugs(...lines.map((line) => line.join(' '))))

/** What every type with pages has. */
const pageFields = fc.record(
  {
    title: perLanguage.map(texts),
    slug: perLanguage.map(slugs),
    summary: fc
      .tuple(perLanguage, fc.boolean())
      .map(([values, isLong]) => longTexts(isLong ? lengthened(values) : values)),
    translations: fc
      .tuple(language, fc.constantFrom('draft' as const, 'machine' as const, 'ready' as const))
      .map(([locale, name]) => [state(isKnown(locale), name)]),
    formerSlugs: former,
    publishAt: moment,
    unpublishAt: moment,
  },
  {requiredKeys: ['title', 'slug']},
)

const meetings = fc
  .tuple(
    ids('meeting'),
    pageFields,
    fc.record(
      {
        when: day.map((each) => period(each)),
        relatedMeetings: fc.array(ids('meeting').map(reference), {maxLength: 2}),
        participations: ids('partner').map((id) => [
          {
            _key: id,
            _type: 'participation' as const,
            partner: reference(id),
            role: 'guest' as const,
          },
        ]),
      },
      {requiredKeys: []},
    ),
  )
  .map(([_id, fields, more]) => meeting({_id, ...fields, ...more}))

const policies = fc
  .tuple(
    ids('policy'),
    pageFields,
    fc.record(
      {
        calls: fc
          .tuple(day, day)
          .map(([opens, closes]) => [
            {_key: 'c', _type: 'call' as const, opens: date(opens), closes: date(closes)},
          ]),
        territory: ids('region').map((id) => ({
          _type: 'territory' as const,
          region: {_type: 'reference' as const, _ref: id},
        })),
      },
      {requiredKeys: []},
    ),
  )
  .map(([_id, fields, more]) => policy({_id, ...fields, ...more}))

const document: fc.Arbitrary<SiteDocument> = fc.oneof(
  {weight: 4, arbitrary: meetings},
  {weight: 3, arbitrary: policies},
  {
    weight: 1,
    arbitrary: fc
      .tuple(ids('partner'), pageFields)
      .map(([_id, fields]) => partner({_id, ...fields})),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(ids('region'), perLanguage)
      .map(([_id, title]) => region({_id, title: texts(title)})),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(ids('tombstone'), former)
      .map(([_id, addresses]) => tombstone({_id, formerType: 'meeting', addresses})),
  },
)

/** Any edit of a small world. */
export const edits: fc.Arbitrary<Edit> = fc.record({
  put: fc.uniqueArray(
    fc.record({
      document,
      field: fc.constantFrom(
        null,
        'title',
        'slug',
        'summary',
        'formerSlugs',
        'unpublishAt',
        'when',
      ),
    }),
    {selector: ({document: {_id}}) => _id, maxLength: 4},
  ),
  remove: fc.array(fc.oneof(ids('meeting'), ids('policy'), ids('region'), ids('tombstone')), {
    maxLength: 1,
  }),
  now: moment,
})

const lengthened = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([locale, text]) => [locale, text.repeat(600)]))

const isKnown = (locale: string) => (locale === 'en' || locale === 'it' ? locale : 'fr')
