import {expect, test} from 'vitest'

import {chronicle, meetingPage, presentMeeting} from '../../../site/src/queries/meetings.ts'
import {
  contentOf,
  meeting,
  partner,
  period,
  reference,
  slugs,
  source,
  texts,
} from './sampleDocuments.ts'

const held = meeting({
  _id: 'held',
  title: texts({fr: 'Tenue'}),
  slug: slugs({fr: 'tenue'}),
  when: period('2026-02-20'),
  state: {_type: 'meetingState', value: 'held'},
})
const announced = meeting({
  _id: 'announced',
  title: texts({fr: 'Annoncée'}),
  slug: slugs({fr: 'annoncee'}),
  when: period('2026-12'),
  state: {_type: 'meetingState', value: 'announced'},
})
const unconfirmed = meeting({
  _id: 'unconfirmed',
  title: texts({fr: 'Jamais confirmée'}),
  slug: slugs({fr: 'jamais-confirmee'}),
  when: period('2027-01'),
  state: {_type: 'meetingState', value: 'unconfirmed'},
})

test('the chronicle stands latest first, a month before the days it holds, the undated last', () => {
  const undated = meeting({_id: 'x', title: texts({fr: 'Un jour'}), slug: slugs({fr: 'un-jour'})})
  const day = {...held, _id: 'day', slug: slugs({fr: 'jour'}), when: period('2026-12-05')}
  const rows = chronicle(contentOf([held, announced, undated, day]), 'fr')
  expect(rows.map(({id}) => id)).toEqual(['day', 'announced', 'held', 'x'])
})

test.each([
  {now: '2026-11-23T12:00:00Z', id: 'announced', isNext: true},
  {now: '2026-12-31T12:00:00Z', id: 'announced', isNext: true},
  {now: '2027-01-01T00:00:00Z', id: 'held', isNext: false},
])('at $now the meeting to show is "$id"', ({now, id, isNext}) => {
  const {row, ...rest} = presentMeeting(contentOf([held, announced, unconfirmed], now), 'fr')
  expect({id: row?.id, ...rest}).toEqual({id, isNext})
})

test('a meeting that nobody confirmed is never the next', () => {
  expect(presentMeeting(contentOf([unconfirmed]), 'fr')).toEqual({row: undefined, isNext: false})
})

test('a page tells who took part by role, with the source of each, and its neighbours', () => {
  const iris = partner({_id: 'iris', title: texts({fr: 'IRIS'}), slug: slugs({fr: 'iris'})})
  const report = source({_id: 'report', title: 'Report'})
  const participation = {
    _key: 'p',
    _type: 'participation',
    partner: reference('iris'),
    role: 'organiser',
    sources: [reference('report')],
  } as const
  const withPartner = {
    ...held,
    participations: [{...participation, sources: [reference('report')]}],
  }
  const page = meetingPage(contentOf([withPartner, announced, iris, report]), 'fr', 'held')
  expect(page.roles).toMatchObject([
    {
      role: 'organiser',
      partners: [{link: {path: '/fr/partenaires/iris/'}, citations: [{number: 1}]}],
    },
  ])
  expect(page.next?.id).toBe('announced')
  expect(page.previous).toBeUndefined()
})

test('what points to a document that is not published leaves no trace', () => {
  const related = {...held, relatedMeetings: [reference('gone')]}
  const content = contentOf([
    {
      ...related,
      participations: [
        {_key: 'p', _type: 'participation', partner: reference('gone'), role: 'guest'},
      ],
    },
  ])
  expect(meetingPage(content, 'fr', 'held')).toMatchObject({related: [], roles: []})
})
