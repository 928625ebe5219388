import {expect, test} from './test.ts'

test('gives one person for one id, and a list for several', async ({lake}) => {
  const officer = await lake.users.getById('local-officer')

  expect(officer).toMatchObject({id: 'local-officer', displayName: 'Local officer'})
  expect(await lake.request({url: '/users/nobody,local-officer'})).toEqual([null, officer])
  await expect(lake.users.getById('nobody')).rejects.toMatchObject({statusCode: 404})
})
