import {seed} from '../../../scripts/content/seed.ts'
import {contentProgram} from './contentProgram.ts'
import {expect, test} from './test.ts'

const documents = [
  {_id: 'region', _type: 'region', country: 'IT'},
  {_id: 'org', _type: 'partner', place: {region: {_type: 'reference', _ref: 'region'}}},
]

test('fills an empty dataset, references strong', async ({backend, lake}) => {
  expect(await seed(backend, documents)).toBe(2)

  expect(await lake.getDocument('org')).toMatchObject({
    place: {region: {_type: 'reference', _ref: 'region'}},
  })
  expect(await lake.fetch('*[_id == "org"][0].place.region._weak')).toBeNull()
})

test('imports the whole seed', async ({backend, lake}) => {
  const count = await seed(backend)

  expect(count).toBeGreaterThan(150)
  expect(await lake.fetch('count(*[!(_id in path("content.*"))])')).toBe(count)
  expect(
    await lake.fetch('count(*[_type == "meeting" && count(sources[@->._type != "source"]) > 0])'),
  ).toBe(0)
})

test('leaves the work of officers alone', async ({backend, lake}) => {
  await seed(backend, documents)
  await lake.patch('region').set({country: 'FR'}).commit()

  expect(await seed(backend, documents)).toBe(0)
  expect(await lake.getDocument('region')).toMatchObject({country: 'FR'})
})

test('does not bring back what was deleted', async ({backend, lake}) => {
  await seed(backend, documents)
  await lake.delete('org')
  await lake.delete('region')

  expect(await seed(backend, documents)).toBe(0)
})

test('leaves a dataset with content of its own alone', async ({backend, lake}) => {
  await lake.create({_id: 'ours', _type: 'partner'})

  expect(await seed(backend, documents)).toBe(0)
})

test('completes an import that was interrupted, and keeps what is there', async ({
  backend,
  lake,
}) => {
  await lake.create({_id: 'content.seed', _type: 'contentSeed', state: 'started'})
  await lake.create({_id: 'region', _type: 'region', country: 'FR'})

  await seed(backend, documents)

  expect(await lake.getDocument('org')).toBeDefined()
  expect(await lake.getDocument('region')).toMatchObject({country: 'FR'})
})

test.for([{host: ''}, {host: 'https://api.sanity.io'}])(
  'refuses hosted Sanity, SANITY_API_HOST being "$host"',
  async ({host}) => {
    const {code, stderr} = await contentProgram(['seed'], {
      SANITY_API_HOST: host,
      SANITY_API_TOKEN: 'a-token-that-may-write',
    })

    expect(stderr).toContain('nothing is written to it unasked')
    expect(stderr).toContain('npm run content:import -- seed')
    expect(code).toBe(1)
  },
)
