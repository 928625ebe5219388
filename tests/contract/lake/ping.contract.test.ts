import {expect, test} from './test.ts'

test('says that it is up', async ({lake}) => {
  expect(await lake.request({url: '/ping'})).toBe('PONG')
  expect(await lake.request({url: '/data/ping'})).toBe('PONG')
})
