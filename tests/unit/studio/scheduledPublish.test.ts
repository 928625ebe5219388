import {expect, test} from 'vitest'

import {scheduledPublish} from '../../../studio/src/actions/scheduledPublish.ts'

const NOW = Date.parse('2026-12-01T00:00:00Z')
const ahead = {publishAt: '2026-12-03T09:00:00.000Z'}
const over = {unpublishAt: '2026-11-01T09:00:00.000Z'}

/** How the button differs, in English, with every moment said as "then". */
const button = (
  page: {draft: object; published?: object; hasErrors?: boolean},
  publishesByItself = true,
) =>
  scheduledPublish(
    {published: null, hasErrors: false, now: NOW, ...page},
    {t: (english) => english, sayMoment: () => 'then', publishesByItself},
  )

test('a draft without a moment ahead is published as ever', () => {
  expect(button({draft: {}})).toEqual({})
  expect(button({draft: {publishAt: '2026-11-30T23:59:59.000Z'}})).toEqual({})
})

test.each([
  {page: {draft: ahead}, says: 'It goes out by itself on then. To publish it now'},
  {page: {draft: ahead, published: {}}, says: 'until then the page stays as it is'},
  {page: {draft: ahead, published: over}, says: 'It goes out by itself on then. To publish it now'},
  {page: {draft: ahead, hasErrors: true}, says: 'it has errors: mend them before'},
])('with the lake, the button of $page only says "$says"', ({page, says}) => {
  expect(button(page)).toEqual({
    label: 'Scheduled',
    disabled: true,
    shortcut: null,
    title: expect.stringContaining(says),
  })
})

test('with hosted Sanity, a page that is not on the site yet can be published for later', () => {
  const later = {title: 'Visitors see it from then on, once you have published it.'}

  expect(button({draft: ahead}, false)).toEqual(later)
  expect(button({draft: ahead, published: ahead}, false)).toEqual(later)
  expect(button({draft: ahead, published: over}, false)).toEqual(later)
})

test('with hosted Sanity, a page that is live now cannot be made to vanish', () => {
  expect(button({draft: ahead, published: {}}, false)).toMatchObject({
    disabled: true,
    shortcut: null,
    title: expect.stringContaining('would vanish'),
  })
})
