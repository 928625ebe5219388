import {API_VERSION, expect, test} from './test.ts'

test('returns the fields a query names, and no others', async ({lake}) => {
  await lake.create({_id: 'spring', _type: 'meeting', title: 'Spring', venue: 'Oslo'})

  expect(await lake.fetch('*[_type == "meeting"]{title}')).toEqual([{title: 'Spring'}])
})

test('sees a write as soon as it is acknowledged', async ({lake}) => {
  for (let count = 1; count <= 20; count += 1) {
    await lake.create({_type: 'meeting'})
    expect(await lake.fetch('count(*)')).toBe(count)
  }
})

test('reads parameters as JSON', async ({lake}) => {
  await lake.create({_id: 'spring', _type: 'meeting', seats: 40})

  const found = await lake.fetch('*[_id in $ids && seats > $least]._id', {
    ids: ['spring'],
    least: 39,
  })
  expect(found).toEqual(['spring'])
})

test('answers a query that is too long for an address', async ({lake}) => {
  await lake.create({_id: 'spring', _type: 'meeting'})
  const ids = Array.from({length: 2_000}, (_, index) => `meeting-${index}`)

  expect(await lake.fetch('*[_id in $ids]._id', {ids: [...ids, 'spring']})).toEqual(['spring'])
})

test('shows drafts in the place of what is published under the drafts perspective', async ({
  lake,
}) => {
  await lake.create({_id: 'spring', _type: 'meeting', title: 'Spring'})
  await lake.create({_id: 'drafts.spring', _type: 'meeting', title: 'Spring, later'})
  const asked = '*[_type == "meeting"]{_id, _originalId, title}'

  expect(await lake.fetch(asked, {}, {perspective: 'drafts'})).toEqual([
    {_id: 'spring', _originalId: 'drafts.spring', title: 'Spring, later'},
  ])
  expect(await lake.fetch(asked, {}, {perspective: 'published'})).toEqual([
    {_id: 'spring', _originalId: 'spring', title: 'Spring'},
  ])
  expect(await lake.fetch('*._id', {}, {perspective: 'raw'})).toEqual(['drafts.spring', 'spring'])
})

test('shows what is published only, unless asked, since 2025-02-19; everything before', async ({
  lake,
  server,
  dataset,
}) => {
  await lake.create({_id: 'drafts.spring', _type: 'meeting'})
  const count = async (version: string) => {
    const address = `${server.url}/v${version}/data/query/${dataset}?query=count(*)`
    const answer: unknown = await (await fetch(address)).json()
    return answer
  }

  expect(await count(API_VERSION)).toMatchObject({result: 0})
  expect(await count('2021-06-07')).toMatchObject({result: 1})
  expect(await count('1')).toMatchObject({result: 1})
})

test('answers with the query, its time and its tags, or without the query', async ({
  lake,
  server,
  dataset,
}) => {
  await lake.create({_id: 'spring', _type: 'meeting'})
  const address = `${server.url}/v1/data/query/${dataset}?query=count(*)`

  const full: unknown = await (await fetch(address)).json()
  expect(full).toEqual({
    query: 'count(*)',
    result: 1,
    ms: expect.any(Number),
    syncTags: [expect.stringMatching(/^s1:/)],
  })
  const short: unknown = await (await fetch(`${address}&returnQuery=false`)).json()
  expect(short).not.toHaveProperty('query')
})

test('says where a query is broken', async ({lake}) => {
  await expect(lake.fetch('*[_type == ')).rejects.toMatchObject({
    statusCode: 400,
    details: {type: 'queryParseError', query: '*[_type == ', start: 10},
  })
})

test.for([
  ['query', '/data/query/DATASET', /`query` parameter is missing/],
  ['parameter', '/data/query/DATASET?query=*&$title=Spring', /\$title` is not JSON: Spring/],
  ['perspective', '/data/query/DATASET?query=*&perspective=no+such', /perspective` is no such/],
  ['function', '/data/query/DATASET?query=geo::latLng(1,2)', /geo::latLng\(\) is not supported/],
] as const)(
  'says what is wrong with the %s',
  async ([, path, message], {lake, server, dataset}) => {
    expect(lake.config().dataset).toBe(dataset)
    const response = await fetch(`${server.url}/v1${path.replace('DATASET', dataset)}`)

    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(message)
  },
)

test('keeps answering others while a query takes too long', async ({lake}) => {
  const transaction = lake.transaction()
  for (let n = 0; n < 300; n += 1) transaction.create({_id: `d${n}`, _type: 'thing', n})
  await transaction.commit()

  const startedAt = performance.now()
  const slow = lake.fetch('*{"x": *{"y": *[n < 10]}}').catch((error: unknown) => error)
  const quick = await lake.fetch('*[_id == "d7"][0].n')
  const quickMs = performance.now() - startedAt

  expect(quick).toBe(7)
  expect(quickMs).toBeLessThan(2_000)
  expect(await slow).toMatchObject({statusCode: 504})
})
