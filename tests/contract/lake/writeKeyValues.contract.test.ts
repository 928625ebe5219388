import {expect, test} from './test.ts'

test('replaces a setting, and answers with what it keeps', async ({lake}) => {
  const write = (value: unknown) =>
    lake.request({url: '/users/me/keyvalue', method: 'PUT', body: [{key: 'sort', value}]})
  await write('title')

  expect(await write({by: 'date'})).toMatchObject([{key: 'sort', value: {by: 'date'}}])
  expect(await lake.request({url: '/users/me/keyvalue/sort'})).toMatchObject([
    {value: {by: 'date'}},
  ])
})

test('refuses what is no list of settings', async ({lake}) => {
  for (const body of [{}, [{value: 1}], [{key: '', value: 1}]]) {
    await expect(
      lake.request({url: '/users/me/keyvalue', method: 'PUT', body}),
    ).rejects.toMatchObject({statusCode: 400})
  }
})
