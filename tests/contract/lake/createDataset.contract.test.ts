import {expect, test} from './test.ts'

test('creates a dataset that can be written to at once', async ({server, lake}) => {
  await lake.datasets.create('spring')
  const spring = await server.client('spring')
  await spring.create({_id: 'a', _type: 'meeting'})

  expect(await spring.fetch('count(*)')).toBe(1)
  expect(await lake.fetch('count(*)')).toBe(0)
})

test('refuses a name that is taken, and what is no name', async ({lake}) => {
  await expect(lake.datasets.create('production')).rejects.toMatchObject({statusCode: 409})
  for (const name of ['Production', '-a', 'a.b', 'a'.repeat(65)]) {
    await expect(
      lake.request({url: `/projects/local/datasets/${name}`, method: 'PUT'}),
      name,
    ).rejects.toMatchObject({statusCode: 400})
  }
})
