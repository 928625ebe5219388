import {expect, test} from './test.ts'

test('says whether pages of an origin may call', async ({server}) => {
  const check = async (origin: string) => {
    const response = await fetch(`${server.url}/v1/check/cors`, {headers: {origin}})
    return response.json()
  }

  expect(await check('http://localhost:3333')).toEqual({
    result: {allowed: true, withCredentials: true},
  })
  expect(await check('http://evil.test')).toEqual({
    result: {allowed: false, withCredentials: false},
  })
})
