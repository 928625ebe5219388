import {expect, test, type Draft} from './test.ts'

const florence = {_id: 'florence', _type: 'region'}
const toFlorence = {_type: 'reference', _ref: 'florence'}

test('refuses to delete what others refer to, and names them', async ({lake}) => {
  await lake.mutate<Draft>([
    {create: florence},
    {create: {_id: 'spring', _type: 'meeting', region: toFlorence}},
    {create: {_id: 'drafts.autumn', _type: 'meeting', regions: [{...toFlorence, _key: 'a'}]}},
  ])

  await expect(lake.delete('florence')).rejects.toMatchObject({
    statusCode: 409,
    details: {
      items: [
        {
          error: {
            type: 'documentHasExistingReferencesError',
            id: 'florence',
            referencingIDs: ['drafts.autumn', 'spring'],
          },
        },
      ],
    },
  })
})

test('refuses a strong reference to nothing, and allows a weak one', async ({lake}) => {
  await expect(
    lake.create({_id: 'spring', _type: 'meeting', region: toFlorence}),
  ).rejects.toMatchObject({
    statusCode: 409,
    details: {
      items: [{error: {type: 'documentReferenceDoesNotExistError', referenceID: 'florence'}}],
    },
  })
  await lake.create({_id: 'spring', _type: 'meeting', region: {...toFlorence, _weak: true}})
})

test('judges references by what the transaction leaves, not by its order', async ({lake}) => {
  await lake
    .transaction()
    .create({_id: 'spring', _type: 'meeting', region: toFlorence})
    .create(florence)
    .commit()
  await lake.transaction().delete('florence').delete('spring').commit()

  expect(await lake.fetch('count(*)')).toBe(0)
})

test('refuses a reference to what the same transaction creates and deletes', async ({lake}) => {
  const transaction = lake
    .transaction()
    .create(florence)
    .create({_id: 'spring', _type: 'meeting', region: toFlorence})
    .delete('florence')

  await expect(transaction.commit()).rejects.toMatchObject({
    statusCode: 409,
    details: {items: [{error: {type: 'documentReferenceDoesNotExistError', id: 'spring'}}]},
  })
})

test('lets a document go once nothing refers to it, itself aside', async ({lake}) => {
  await lake.mutate<Draft>([
    {create: {...florence, twin: toFlorence}},
    {create: {_id: 'spring', _type: 'meeting', region: toFlorence}},
  ])
  await lake
    .transaction()
    .patch('spring', (patch) => patch.unset(['region']))
    .delete('florence')
    .commit()

  expect(await lake.fetch('*[]._id')).toEqual(['spring'])
})

test('counts the references that other datasets make', async ({server, lake, dataset}) => {
  await lake.create(florence)
  const other = await server.client(`${dataset.slice(0, 30)}-other`)
  await other.create({
    _id: 'spring',
    _type: 'meeting',
    region: {...toFlorence, _dataset: dataset, _weak: true},
  })

  const referring = await lake.request({
    url: `/data/references/${dataset}/documents/florence/to?excludeInternalReferences=true`,
  })
  expect(referring).toMatchObject({totalCount: 1, references: [{documentId: 'spring'}]})
})
