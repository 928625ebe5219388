import {expect, test} from './test.ts'

test('returns the settings that were written, and leaves out the others', async ({lake}) => {
  const body = [
    {key: 'studio.sort', value: {by: 'title'}},
    {key: 'studio.recent', value: ['spring']},
  ]
  await lake.request({url: '/users/me/keyvalue', method: 'PUT', body})

  expect(
    await lake.request({url: '/users/me/keyvalue/studio.recent,unknown,studio.sort'}),
  ).toMatchObject(body.toReversed())
})
