import {openListener} from './openListener.ts'
import {expect, test} from './test.ts'

/** Takes the square of the length of a text. */
const SLOW = '*[count(string::split(text, "")[@ in string::split(^.text, "")]) > $n]'

test('tells those first whose filters are quick, and ends those that take too long with an error', async ({
  server,
  lake,
  dataset,
}) => {
  const url = (query: string) =>
    `${server.url}/v2025-02-19/data/listen/${dataset}?query=${encodeURIComponent(query)}`
  const slow = await Promise.all(
    Array.from({length: 8}, (_, n) => openListener(`${url(SLOW)}&$n=${n}`)),
  )
  const quick = await openListener(url('*[_type == "meeting" && n > 1]'))
  await Promise.all([...slow, quick].map((listener) => listener.take(1)))
  const ended: unknown[] = []
  const failures = slow.map((listener) =>
    listener.take(1).then(([event]) => {
      ended.push(event?.event)
      return event
    }),
  )

  await lake.create({_id: 'spring', _type: 'meeting', n: 2, text: 'x'.repeat(30_000)})
  expect(await quick.take(1)).toMatchObject([{event: 'mutation'}])
  expect(ended.length).toBeLessThan(4)

  for (const failure of await Promise.all(failures)) {
    expect(failure).toMatchObject({
      event: 'channelError',
      data: {error: {description: expect.stringContaining('longer than 500 ms')}},
    })
  }
  await lake.create({_id: 'autumn', _type: 'meeting', n: 2})
  expect(await quick.take(1)).toMatchObject([{data: {documentId: 'autumn'}}])
  quick.close()
})
