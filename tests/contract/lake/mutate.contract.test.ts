import {expect, test} from './test.ts'

const meeting = {_id: 'spring', _type: 'meeting', title: 'Spring'}

test('creates a document with the fields that only the server sets', async ({lake}) => {
  const created = await lake.create(meeting)

  expect(created).toMatchObject(meeting)
  expect(created._createdAt).toBe(created._updatedAt)
  expect(await lake.getDocument('spring')).toEqual(created)
})

test('gives an id to a document without one, and completes one that ends in a dot', async ({
  lake,
}) => {
  const plain = await lake.create({_type: 'meeting'})
  const draft = await lake.create({_id: 'drafts.', _type: 'meeting'})

  expect(plain._id).toMatch(/^[\w-]{20,}$/)
  expect(draft._id).toMatch(/^drafts\.[\w-]{20,}$/)
})

test('takes the transaction id as the revision, and refuses it a second time', async ({lake}) => {
  const commit = (id: string) =>
    lake.mutate([{create: {_id: id, _type: 'meeting'}}], {transactionId: 'first'})

  await commit('a')
  expect(await lake.getDocument('a')).toMatchObject({_rev: 'first'})
  await expect(commit('b')).rejects.toMatchObject({statusCode: 409})
  expect(await lake.getDocument('b')).toBeUndefined()
})

test('applies all of a transaction, or none of it', async ({lake}) => {
  await lake.create(meeting)
  const transaction = lake.transaction().create({_id: 'other', _type: 'meeting'}).create(meeting)

  await expect(transaction.commit()).rejects.toMatchObject({
    statusCode: 409,
    details: {
      type: 'mutationError',
      items: [{index: 1, error: {type: 'documentAlreadyExistsError', id: 'spring'}}],
    },
  })
  expect(await lake.getDocument('other')).toBeUndefined()
})

test('withdraws a page and leaves its tombstone, or does neither', async ({lake}) => {
  await lake.create(meeting)
  const withdraw = [
    {createOrReplace: {...meeting, _id: 'drafts.spring'}},
    {delete: {id: 'spring'}},
    {createOrReplace: {_id: 'tombstone-spring', _type: 'tombstone'}},
  ]
  await lake.create({_id: 'autumn', _type: 'meeting', before: {_ref: 'spring'}})

  await expect(lake.mutate(withdraw)).rejects.toMatchObject({statusCode: 409})
  expect(await lake.fetch('*[]._id')).toEqual(['autumn', 'spring'])
  await lake.delete('autumn')
  const {transactionId} = await lake.mutate(withdraw, {returnDocuments: false})

  expect(await lake.fetch('*{_id, _rev}')).toEqual([
    {_id: 'drafts.spring', _rev: transactionId},
    {_id: 'tombstone-spring', _rev: transactionId},
  ])
})

test('leaves an existing document alone with createIfNotExists', async ({lake}) => {
  const created = await lake.create(meeting)
  const result = await lake.mutate([{createIfNotExists: {...meeting, title: 'Autumn'}}], {
    returnDocuments: false,
  })

  expect(result.results).toEqual([{id: 'spring', operation: 'none'}])
  expect(await lake.getDocument('spring')).toEqual(created)
})

test('replaces a document with createOrReplace, and keeps when it was created', async ({lake}) => {
  const created = await lake.create(meeting)
  const replaced = await lake.createOrReplace({_id: 'spring', _type: 'meeting', venue: 'Florence'})

  expect(replaced).toMatchObject({venue: 'Florence', _createdAt: created._createdAt})
  expect(replaced).not.toHaveProperty('title')
})

test('applies every patch operation as the Studio does', async ({lake}) => {
  await lake.create({
    ...meeting,
    count: 3,
    items: [{_key: 'a'}, {_key: 'b', n: 1}],
    note: 'the quick fox',
    old: true,
  })
  const patched = await lake
    .patch('spring')
    .set({'items[_key=="b"].n': 2, 'place.city': 'Split'})
    .setIfMissing({title: 'ignored', 'place.country': 'HR'})
    .unset(['old'])
    .inc({count: 2})
    .dec({count: 1})
    .insert('after', 'items[_key=="a"]', [{_key: 'between'}])
    .diffMatchPatch({note: '@@ -1,9 +1,9 @@\n the \n-quick\n+brown\n'})
    .commit()

  expect(patched).toMatchObject({
    title: 'Spring',
    count: 4,
    items: [{_key: 'a'}, {_key: 'between'}, {_key: 'b', n: 2}],
    place: {city: 'Split', country: 'HR'},
    note: 'the brown fox',
  })
  expect(patched).not.toHaveProperty('old')
})

test('patches only the revision that ifRevisionID names', async ({lake}) => {
  const {_rev} = await lake.create(meeting)
  await lake.patch('spring').ifRevisionId(_rev).set({title: 'Summer'}).commit()

  await expect(
    lake.patch('spring').ifRevisionId(_rev).set({title: 'Autumn'}).commit(),
  ).rejects.toMatchObject({
    statusCode: 409,
    details: {items: [{error: {type: 'documentRevisionIDDoesNotMatchError'}}]},
  })
  expect(await lake.getDocument('spring')).toMatchObject({title: 'Summer'})
})

test('loses no update when many writers compare revisions', async ({lake}) => {
  await lake.create({...meeting, count: 0})
  const writer = async () => {
    for (let done = 0; done < 5;) {
      const document = await lake.getDocument('spring')
      if (!document) throw new Error('The document is gone')
      const patch = lake
        .patch('spring')
        .ifRevisionId(document._rev)
        .set({count: document['count'] + 1})
      done += await patch.commit().then(
        () => 1,
        (error) => {
          expect(error.statusCode).toBe(409)
          return 0
        },
      )
    }
  }
  await Promise.all(Array.from({length: 8}, writer))

  expect(await lake.getDocument('spring')).toMatchObject({count: 40})
})

test('refuses to patch a document that is not there', async ({lake}) => {
  await expect(lake.patch('nobody').set({a: 1}).commit()).rejects.toMatchObject({
    statusCode: 409,
    details: {items: [{error: {type: 'documentNotFoundError', id: 'nobody'}}]},
  })
})

test('patches and deletes what a query selects', async ({lake}) => {
  await lake.mutate(['a', 'b', 'c'].map((_id) => ({create: {_id, _type: 'meeting', n: 1}})))
  await lake
    .patch({query: '*[_id in $ids]', params: {ids: ['a', 'b']}})
    .set({n: 2})
    .commit()
  await lake.delete({query: '*[n == 2]'})

  expect(await lake.fetch('*[]._id')).toEqual(['c'])
})

test('answers with ids, documents or neither, as asked', async ({server, lake, dataset}) => {
  const create = (id: string, flags: string) =>
    fetch(`${server.url}/v1/data/mutate/${dataset}${flags}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({mutations: [{create: {_id: id, _type: 'meeting'}}]}),
    }).then((response) => response.json())

  expect(await create('a', '')).toMatchObject({results: [{id: 'a', operation: 'create'}]})
  expect(await create('b', '?returnDocuments=true')).toMatchObject({
    results: [{id: 'b', operation: 'create', document: await lake.getDocument('b')}],
  })
  const unknown = await create('c', '?visibility=eventually')
  expect(unknown).toMatchObject({statusCode: 400})
})

test('writes nothing in a dry run', async ({lake}) => {
  const result = await lake.create(meeting, {dryRun: true})

  expect(result).toMatchObject(meeting)
  expect(await lake.getDocument('spring')).toBeUndefined()
})

test('adds missing keys to objects in lists when asked to', async ({lake}) => {
  const created = await lake.create(
    {...meeting, items: [{a: 1}, {_key: 'kept'}, 'text']},
    {autoGenerateArrayKeys: true},
  )
  const patched = await lake
    .patch('spring')
    .insert('after', 'items[-1]', [{b: 2}])
    .commit({autoGenerateArrayKeys: true})

  expect(created.items).toEqual([{_key: expect.any(String), a: 1}, {_key: 'kept'}, 'text'])
  expect(patched['items'][3]).toEqual({_key: expect.any(String), b: 2})
})

test('keeps the type and the id of a document for ever', async ({lake}) => {
  await lake.create(meeting)

  for (const change of [{_type: 'partner'}, {_id: 'other'}]) {
    await expect(lake.patch('spring').set(change).commit()).rejects.toMatchObject({statusCode: 400})
  }
  await expect(lake.createOrReplace({_id: 'spring', _type: 'partner'})).rejects.toMatchObject({
    statusCode: 400,
  })
})

test('sees its own writes in the next query', async ({lake}) => {
  for (let n = 0; n < 50; n += 1) {
    await lake.createOrReplace({...meeting, n})
    expect(await lake.fetch('*[_id == "spring"][0].n')).toBe(n)
  }
})
