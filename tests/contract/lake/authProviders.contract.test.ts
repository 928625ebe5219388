import {expect, test} from './test.ts'

test('offers no way to log in, since nobody needs to', async ({lake}) => {
  expect(await lake.request({url: '/auth/providers'})).toEqual({
    providers: [],
    thirdPartyLogin: false,
    sso: {},
  })
})
