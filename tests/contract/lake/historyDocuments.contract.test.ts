import {history, lived} from './history.ts'
import {expect, test} from './test.ts'

test('returns a document at a revision, at a time, and as it last existed', async ({lake}) => {
  await lived(lake)
  const read = async (query: string) => (await history(lake, `documents/spring?${query}`)).documents
  const [published] = await read('revision=publish')

  expect(published).toMatchObject({_id: 'spring', _rev: 'publish', text: 'second'})
  expect(await read('revision=create')).toEqual([])
  expect(await read('revision=unknown')).toEqual([])
  expect(await read('lastRevision=true')).toEqual([published])
  expect(await read(`time=${published._updatedAt}`)).toEqual([published])
  expect(await read('time=2017-10-05T09:00:00Z')).toEqual([])
  expect(await read(`time=${new Date().toISOString()}`)).toEqual([])
  await expect(read('time=yesterday')).rejects.toMatchObject({statusCode: 400})
})
