import {expect, test, type LakeServer} from './test.ts'

/** Evaluating it takes longer than any query may. */
const SLOWEST = 'count(*[count(*[count(*[n > ^.n]) > 5]) > 5])'

/** Sends the slowest query many times in the name of a program, and notes each answer; the test ends it. */
function flood({url}: LakeServer, dataset: string, program: string, count: number) {
  const leaving = new AbortController()
  const answers: Response[] = []
  const address = `${url}/v1/data/query/${dataset}?query=${encodeURIComponent(SLOWEST)}`
  const headers = {'user-agent': program}
  for (let n = 0; n < count; n += 1) {
    fetch(address, {headers, signal: leaving.signal}).then(
      (answer) => answers.push(answer),
      () => undefined,
    )
  }
  const ofStatus = (status: number) => answers.filter((answer) => answer.status === status)
  return {ofStatus, answers, leave: () => leaving.abort()}
}

const many = Array.from({length: 300}, (_, n) => ({create: {_id: `d${n}`, _type: 'meeting', n}}))

test('serves others while one client asks 200 times for what takes longest', async ({
  server,
  lake,
  dataset,
}) => {
  await lake.mutate(many)
  const {ofStatus, answers, leave} = flood(server, dataset, 'flood', 200)
  await expect.poll(() => ofStatus(429).length, {timeout: 30_000}).toBe(99)

  expect(await lake.fetch('*[_id == "d7"][0].n')).toBe(7)
  expect(await lake.fetch('count(*[_type == "meeting" && n > 100])')).toBe(199)
  expect(await lake.fetch('*[_id in ["d1", "d2"]].n')).toEqual([1, 2])
  expect(answers.length - ofStatus(429).length).toBeLessThan(5)
  leave()
})

test('tells a client for whom too much waits when to come back', async ({
  server,
  lake,
  dataset,
}) => {
  await lake.mutate(many)
  const {ofStatus, leave} = flood(server, dataset, 'another flood', 105)
  await expect.poll(() => ofStatus(429).length, {timeout: 30_000}).toBe(4)
  const [refused] = ofStatus(429)

  expect(refused?.headers.get('retry-after')).toBe('1')
  expect(await refused?.json()).toMatchObject({
    error: {description: expect.stringMatching(/one client may have 100.*Try again/)},
  })
  leave()
})

test('takes the write of one client before the rest of many that another has sent', async ({
  server,
  lake,
  dataset,
}) => {
  await lake.mutate(many)
  const written: number[] = []
  const slowly = {query: `*[${SLOWEST} > 0]`}
  const flooded = Array.from({length: 8}, async (_, n) => {
    await fetch(`${server.url}/v1/data/mutate/${dataset}`, {
      method: 'POST',
      headers: {'content-type': 'application/json', 'user-agent': 'a flood of writes'},
      body: JSON.stringify({mutations: [{delete: slowly}]}),
    })
    written.push(n)
  })
  await expect.poll(() => written.length, {timeout: 30_000, interval: 20}).toBeGreaterThan(0)

  await lake.patch('d7').set({n: -1}).commit()

  expect(written.length, 'and not all of them').toBeLessThan(5)
  await Promise.all(flooded)
})
