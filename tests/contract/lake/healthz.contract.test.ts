import {expect, test} from './test.ts'

test('says that it answers queries, and when it did last', async ({server, lake}) => {
  const health = async () => (await fetch(`${server.url}/healthz`)).json()
  const first = await health()
  await lake.fetch('count(*)')

  const second = await health()

  expect(first).toEqual({status: 'ok', lastSuccessAt: expect.any(String), problem: null})
  expect(Date.parse(second.lastSuccessAt)).toBeGreaterThan(Date.parse(first.lastSuccessAt))
})
