import {comesAfterPublishing, isStillAhead} from '@coworkmed/schemas/schedule/fields'
import {publishesAt, withdrawnSince} from '@coworkmed/schemas/schedule/schedule'
import {expect, test} from 'vitest'

const AT = '2026-12-03T09:00:00.000Z'
const moment = Date.parse(AT)

test('a document waits for its moment until that has come', () => {
  expect(publishesAt({publishAt: AT}, moment - 1)).toBe(AT)
  expect(publishesAt({publishAt: AT}, moment)).toBeUndefined()
  expect(publishesAt({}, moment)).toBeUndefined()
  expect(publishesAt(null, moment)).toBeUndefined()
})

test('a document is withdrawn from its moment on', () => {
  expect(withdrawnSince({unpublishAt: AT}, moment - 1)).toBeUndefined()
  expect(withdrawnSince({unpublishAt: AT}, moment)).toBe(AT)
  expect(withdrawnSince({unpublishAt: 'soon'}, moment)).toBeUndefined()
})

test.each([
  {unpublishAt: '2026-12-03T09:00:00.000Z', says: /before it goes out/},
  {unpublishAt: '2026-12-02T09:00:00.000Z', says: /before it goes out/},
])('off at $unpublishAt, out at nine on the third, makes no sense', ({unpublishAt, says}) => {
  expect(comesAfterPublishing(unpublishAt, {document: {_id: 'a', publishAt: AT}})).toMatch(says)
})

test('a page that comes off later than it goes out, or went out by hand, is well', () => {
  expect(
    comesAfterPublishing('2026-12-03T09:01:00.000Z', {document: {_id: 'a', publishAt: AT}}),
  ).toBe(true)
  expect(comesAfterPublishing('2016-12-03T09:01:00.000Z', {document: {_id: 'a'}})).toBe(true)
})

test.each([
  {draft: 'drafts.a', publishAt: '2020-01-01T00:00:00.000Z', published: null, told: true},
  {draft: 'drafts.a', publishAt: '2020-01-01T00:00:00.000Z', published: AT, told: true},
  {draft: 'drafts.a', publishAt: '2020-01-01T00:00:00.000Z', published: 'same', told: false},
  {draft: 'a', publishAt: '2020-01-01T00:00:00.000Z', published: null, told: false},
  {draft: 'drafts.a', publishAt: '2999-01-01T00:00:00.000Z', published: null, told: false},
])(
  'the officer of $draft for $publishAt, published for $published, is told of a missed moment: $told',
  async ({draft, publishAt, published, told}) => {
    const getDocument = async () =>
      published && {publishAt: published === 'same' ? publishAt : published}
    const context = {document: {_id: draft}, getClient: () => ({getDocument})}

    const said = await isStillAhead(publishAt, context)

    expect(said).toEqual(told ? expect.stringMatching(/has passed/) : true)
  },
)
