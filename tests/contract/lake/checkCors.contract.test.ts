import {expect, test} from './test.ts'

test('says that pages of a listed origin may call; others are refused like everywhere', async ({
  server,
}) => {
  const check = (origin: string) => fetch(`${server.url}/v1/check/cors`, {headers: {origin}})

  expect(await (await check('http://localhost:3333')).json()).toEqual({
    result: {allowed: true, withCredentials: true},
  })
  expect((await check('http://evil.test')).status).toBe(403)
})
