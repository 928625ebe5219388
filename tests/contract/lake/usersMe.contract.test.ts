import {expect, test} from './test.ts'

test('says who the caller is, as the Studio needs it to open', async ({lake}) => {
  expect(await lake.users.getById('me')).toEqual({
    id: 'local-officer',
    name: 'Local officer',
    email: 'officer@localhost',
    provider: 'local',
    role: 'administrator',
    roles: [expect.objectContaining({name: 'administrator', title: 'Administrator'})],
    profileImage: null,
  })
})
