import {expect, test} from './test.ts'

test('allows everything to everybody on this machine', async ({lake, dataset}) => {
  expect(await lake.request({url: `/projects/local/datasets/${dataset}/acl`})).toEqual([
    {
      filter: '_id in path("**")',
      permissions: ['read', 'create', 'update', 'history', 'manage', 'editHistory'],
    },
  ])
})
