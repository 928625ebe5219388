import {expect, test} from './test.ts'

const get = (url: string, path: string) => fetch(`${url}${path}`)

test('returns documents in the order asked for, and says which do not exist', async ({
  lake,
  dataset,
}) => {
  const a = await lake.create({_id: 'a', _type: 'meeting'})
  const b = await lake.create({_id: 'drafts.b', _type: 'meeting'})

  const answer = await lake.request({url: `/data/doc/${dataset}/drafts.b,missing,a`})
  expect(answer).toEqual({documents: [b, a], omitted: [{id: 'missing', reason: 'existence'}]})
  expect(await lake.getDocuments(['missing', 'a'])).toEqual([null, a])
})

test('returns the versions of a document, or only what is known about each', async ({
  lake,
  dataset,
}) => {
  await lake.mutate(
    ['a', 'drafts.a', 'versions.spring.a', 'versions.spring.other.a'].map((_id) => ({
      create: {_id, _type: 'meeting', title: 'Spring'},
    })),
  )

  const {documents} = await lake.request({
    url: `/data/doc/${dataset}/a?includeAllVersions=true&excludeContent=true`,
  })
  expect(documents).toHaveLength(3)
  expect(documents[2]).toEqual({
    _id: 'versions.spring.a',
    _type: 'meeting',
    _rev: documents[0]._rev,
    _createdAt: documents[0]._createdAt,
    _updatedAt: documents[0]._updatedAt,
  })
})

test('refuses what is no id', async ({server, dataset}) => {
  for (const id of ['a%2Fb', 'a/b', '..', '-a', 'a%00b', 'a'.repeat(129), '%20', 'a,,b']) {
    const response = await get(server.url, `/v1/data/doc/${dataset}/${id}`)
    expect(response.status, id).toBe(id === '..' ? 404 : 400)
  }
})

test('says which dataset is not there', async ({server}) => {
  const response = await get(server.url, '/v1/data/doc/producton/a')

  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({message: expect.stringContaining('"producton"')})
})
