import {expect, test} from './test.ts'

test('writes every document as a line of JSON, or those of some types', async ({
  server,
  lake,
  dataset,
}) => {
  const ids = Array.from({length: 300}, (_, n) => `m${n}`)
  await lake.mutate(ids.map((_id) => ({create: {_id, _type: 'meeting', text: 'x'.repeat(2000)}})))
  const partner = await lake.create({_id: 'drafts.p', _type: 'partner'})
  const lines = async (query = '') => {
    const response = await fetch(`${server.url}/v1/data/export/${dataset}${query}`)
    return (await response.text()).trimEnd().split('\n')
  }

  const all = (await lines()).map((line) => JSON.parse(line))
  expect(all).toHaveLength(301)
  expect(all.map(({_id}) => _id).toSorted()).toEqual([...ids, 'drafts.p'].toSorted())
  expect((await lines('?types=partner,policy')).map((line) => JSON.parse(line))).toEqual([partner])
})
