import {openListener} from './openListener.ts'
import {expect, test} from './test.ts'

const LIMIT = 500

test('serves 500 listeners, refuses the next, and has room again when they leave', async ({
  server,
  lake,
  dataset,
}) => {
  const url = `${server.url}/v2025-02-19/data/listen/${dataset}?query=*`
  const head = await fetch(url, {method: 'HEAD'})
  expect(head.status).toBe(200)
  const listeners = await Promise.all(Array.from({length: LIMIT}, () => openListener(url)))
  await Promise.all(listeners.map((listener) => listener.take(1)))

  const refused = await fetch(url)
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({message: expect.stringContaining('500')})

  await lake.create({_id: 'spring', _type: 'meeting'})
  const heard = await Promise.all(listeners.map((listener) => listener.take(1)))
  expect(heard.flat().filter(({data}) => data['documentId'] === 'spring')).toHaveLength(LIMIT)

  for (const listener of listeners) listener.close()
  await expect
    .poll(async () => {
      const again = await openListener(url)
      again.close()
      return again.response.status
    })
    .toBe(200)
})

test('cuts off a reader that stops reading, and keeps telling the others', async ({
  server,
  lake,
  dataset,
}) => {
  const url = `${server.url}/v2025-02-19/data/listen/${dataset}?query=*&includeResult=true`
  const stalled = await openListener(url)
  const reading = await openListener(url)
  await Promise.all([stalled.take(1), reading.take(1)])
  const text = 'x'.repeat(2_000_000)
  const rounds = 20
  for (let n = 0; n < rounds; n += 1) {
    await lake.createOrReplace({_id: 'large', _type: 'meeting', n, text})
    await reading.take(1)
  }

  await expect(stalled.take(rounds)).rejects.toThrow(/terminated|ended/)
  reading.close()
})
