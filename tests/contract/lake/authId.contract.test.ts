import {expect, test} from './test.ts'

test('says the id of the caller, and nothing else', async ({lake}) => {
  expect(await lake.request({url: '/auth/id'})).toEqual({id: 'local-officer'})
})
