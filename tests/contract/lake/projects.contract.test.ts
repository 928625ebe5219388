import {expect, test} from './test.ts'

test('is one project, with the datasets that were created', async ({lake, dataset}) => {
  expect(await lake.projects.list()).toMatchObject([
    {id: 'local', members: [{id: 'local-officer'}]},
  ])
  expect(await lake.projects.getById('local')).toMatchObject({id: 'local'})
  expect((await lake.datasets.list()).map(({name}) => name)).toEqual(
    expect.arrayContaining(['production', dataset]),
  )
})

test('refuses datasets that exist, have no proper name, or would have to be deleted', async ({
  lake,
}) => {
  await expect(lake.datasets.create('production')).rejects.toMatchObject({statusCode: 409})
  const url = '/projects/local/datasets'
  await expect(lake.request({url: `${url}/Production`, method: 'PUT'})).rejects.toMatchObject({
    statusCode: 400,
  })
  await expect(lake.datasets.delete('production')).rejects.toMatchObject({
    statusCode: 501,
    message: expect.stringContaining('deleting a dataset'),
  })
})

test('is no other project', async ({server, lake}) => {
  await expect(lake.projects.getById('other')).rejects.toMatchObject({statusCode: 404})
  const response = await fetch(`${server.url}/v1/users/me`, {
    headers: {'x-sanity-project-id': 'other'},
  })
  expect(response.status).toBe(404)
})

test('allows everything to everybody on this machine', async ({lake}) => {
  expect(await lake.request({url: '/projects/local/datasets/production/acl'})).toMatchObject([
    {filter: '_id in path("**")', permissions: expect.arrayContaining(['read', 'update'])},
  ])
})

test('answers what the Studio asks a hosted project, as one that has none of it', async ({
  lake,
}) => {
  expect(await lake.request({url: '/ping'})).toBe('PONG')
  expect(await lake.request({url: '/auth/providers'})).toMatchObject({providers: []})
  expect(await lake.request({url: '/intake/telemetry-status'})).toEqual({status: 'denied'})
  expect(await lake.request({url: '/projects/local/features'})).toEqual([])
  expect(await lake.request({url: '/schedules/local/production'})).toEqual({schedules: []})
})

test('names what it does not have, and knows no other address', async ({lake}) => {
  await expect(
    lake.request({url: '/agent/action/generate/production', method: 'POST', body: {}}),
  ).rejects.toMatchObject({statusCode: 501, message: expect.stringContaining('agent actions')})
  await expect(lake.request({url: '/data/nothing/production'})).rejects.toMatchObject({
    statusCode: 404,
  })
})
