import {expect, test} from './test.ts'

test('lists the one project there is', async ({lake}) => {
  expect(await lake.projects.list()).toMatchObject([{id: 'local', displayName: 'Embedded lake'}])
})
