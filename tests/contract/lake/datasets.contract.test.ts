import {expect, test} from './test.ts'

test('lists the configured dataset and those that were created', async ({lake, dataset}) => {
  expect((await lake.datasets.list()).map(({name}) => name)).toEqual(['production', dataset])
})
