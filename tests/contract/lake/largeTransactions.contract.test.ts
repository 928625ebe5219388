import {expect, test} from './test.ts'

const create = (count: number, type: string) =>
  Array.from({length: count}, (_, n) => ({create: {_id: `${type}-${n}`, _type: type}}))

const id = (n: number) => `meeting-${String(n).padStart(3, '0')}`

test('takes 10,000 mutations at once, and refuses one more with what to do', async ({lake}) => {
  await expect(lake.mutate(create(10_001, 'partner'))).rejects.toMatchObject({
    statusCode: 413,
    message: expect.stringContaining('Split it'),
  })
  expect(await lake.fetch('count(*)')).toBe(0)
  await lake.mutate(create(10_000, 'meeting'), {returnDocuments: false, visibility: 'async'})
  expect(await lake.fetch('count(*)')).toBe(10_000)
})

test('changes of a range only what is there', async ({lake}) => {
  await lake.create({_id: 'spring', _type: 'meeting', list: [1, 2, 3]})

  await lake.patch('spring').set({'list[0:99999]': 9}).commit()
  expect(await lake.fetch('*[_id == "spring"][0].list')).toEqual([9, 9, 9])
  await lake.patch('spring').unset(['list[1:]']).commit()
  expect(await lake.fetch('*[_id == "spring"][0].list')).toEqual([9])
})

test('refuses to delete what the last of 101 documents still refers to', async ({lake}) => {
  const reference = {_type: 'reference', _ref: 'prato'}
  const referring = Array.from({length: 101}, (_, n) => ({
    create: {_id: id(n), _type: 'meeting', host: reference},
  }))
  await lake.mutate([{create: {_id: 'prato', _type: 'partner'}}, ...referring])
  const mend = (count: number) =>
    Array.from({length: count}, (_, n) => ({patch: {id: id(n), unset: ['host']}}))

  await expect(lake.mutate([...mend(100), {delete: {id: 'prato'}}])).rejects.toMatchObject({
    statusCode: 409,
    message: expect.stringContaining(id(100)),
  })
  expect(await lake.fetch('count(*[_type == "partner"])')).toBe(1)
  await lake.mutate([...mend(101), {delete: {id: 'prato'}}])
  expect(await lake.fetch('count(*[_type == "partner"])')).toBe(0)
})

test('refuses a range that is too wide to be applied at once, and diffs of a crowd of equal keys stay small', async ({
  lake,
  server,
  dataset,
}) => {
  const crowd = Array.from({length: 3000}, () => ({_key: 'k'}))
  const wide = Object.fromEntries(Array.from({length: 3000}, (_, n) => [`f${n}`, 1]))
  await lake.create({
    _id: 'wide',
    _type: 'meeting',
    list: [{_key: 'k', ...wide}],
    numbers: Array(3000).fill(1),
  })

  await expect(lake.patch('wide').set({'numbers[0:99999]': 2}).commit()).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('2000 items'),
  })
  await expect(lake.patch('wide').set({'numbers[:]': 2}).commit()).rejects.toMatchObject({
    statusCode: 400,
  })
  await lake.patch('wide').set({list: crowd}).commit()
  const history = await fetch(
    `${server.url}/v1/data/history/${dataset}/transactions/wide?effectFormat=mendoza&excludeMutations=true`,
  )
  expect((await history.text()).length).toBeLessThan(500_000)
})

test('gives each document once, however often it is asked for', async ({lake, server, dataset}) => {
  await lake.create({_id: 'spring', _type: 'meeting'})
  const answer = await fetch(
    `${server.url}/v1/data/doc/${dataset}/${Array(200).fill('spring').join()}`,
  )

  expect((await answer.json()).documents).toHaveLength(1)
})

test('does not let a selection by query hold up the transactions of others', async ({lake}) => {
  const slowest = 'count(*[count(*[count(*[n > ^.n]) > 5]) > 5])'
  await lake.mutate(
    Array.from({length: 300}, (_, n) => ({create: {_id: id(n), _type: 'meeting', n}})),
  )
  const ended: string[] = []
  const selecting = lake
    .delete({query: `*[n > ${slowest}]`})
    .catch((error: Error) => error.message)
    .finally(() => ended.push('selection'))
  const other = lake
    .create({_id: 'spring', _type: 'meeting'}, {visibility: 'sync'})
    .then(() => ended.push('other'))

  expect(await selecting).toMatch(/longer than 2000 ms. Fetch their ids first/)
  await other
  expect(ended.toSorted()).toEqual(['other', 'selection'])
  expect(await lake.fetch('count(*)')).toBe(301)
})

test('refuses a document above 10 MB, however it grows, with what to do', async ({lake}) => {
  const text = 'x'.repeat(9_000_000)
  await lake.createOrReplace({_id: 'large', _type: 'meeting', text})
  const refusal = {
    statusCode: 413,
    message: expect.stringMatching(/10000000 is the limit. Split it/),
  }

  await expect(
    lake
      .patch('large')
      .set({more: text.slice(0, 2_000_000)})
      .commit(),
  ).rejects.toMatchObject(refusal)
  await expect(
    lake.create({_id: 'larger', _type: 'meeting', text: `${text}${'y'.repeat(1_000_000)}`}),
  ).rejects.toMatchObject(refusal)
  expect(await lake.fetch('*[]{_id, "more": defined(more)}')).toEqual([{_id: 'large', more: false}])
})
