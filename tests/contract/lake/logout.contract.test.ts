import {expect, test} from './test.ts'

test('has no session to end', async ({server}) => {
  const response = await fetch(`${server.url}/v1/auth/logout`, {method: 'POST'})

  expect(response.status).toBe(204)
})
