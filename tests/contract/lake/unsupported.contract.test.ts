import {expect, test} from './test.ts'

test('names what it does not have', async ({lake}) => {
  const operations = {
    'agent actions': {method: 'POST', url: '/agent/action/generate/production', body: {}},
    'deleting a dataset': {method: 'DELETE', url: '/projects/local/datasets/production'},
    'managing webhooks': {method: 'GET', url: '/hooks/projects/local'},
    'release events': {method: 'GET', url: '/data/history/production/events/releases/r1'},
    logins: {method: 'GET', url: '/auth/fetch?sid=1'},
  }
  for (const [name, operation] of Object.entries(operations)) {
    await expect(lake.request(operation), name).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining(name),
    })
  }
})

test('knows no other address', async ({lake}) => {
  await expect(lake.request({url: '/data/nothing/production'})).rejects.toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('/data/nothing/production'),
  })
})
