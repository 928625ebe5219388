import {expect, test} from './test.ts'

test('is one project, with the people of this machine as members', async ({lake}) => {
  expect(await lake.projects.getById('local')).toMatchObject({
    id: 'local',
    members: [{id: 'local-officer', isCurrentUser: true}],
  })
})

test('is no other project', async ({server, lake}) => {
  await expect(lake.projects.getById('other')).rejects.toMatchObject({statusCode: 404})
  const response = await fetch(`${server.url}/v1/users/me`, {
    headers: {'x-sanity-project-id': 'other'},
  })
  expect(response.status).toBe(404)
})
