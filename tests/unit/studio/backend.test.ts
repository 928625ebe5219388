import {expect, test} from 'vitest'

import {backend} from '../../../studio/src/backend.ts'

test.each([
  {apiHost: undefined, lakeUrl: 'http://localhost:3900'},
  {apiHost: 'http://localhost:4500/', lakeUrl: 'http://localhost:4500'},
])('talks to a lake when the address is $apiHost', ({apiHost, lakeUrl}) => {
  expect(backend({apiHost})).toEqual({projectId: 'local', dataset: 'production', lakeUrl})
})

test.each(['', 'https://api.sanity.io', 'https://api.sanity.io/'])(
  'talks to hosted Sanity when the address is "%s"',
  (apiHost) => {
    expect(backend({apiHost, projectId: 'abc12345', dataset: 'staging'})).toEqual({
      projectId: 'abc12345',
      dataset: 'staging',
    })
  },
)

test('asks for a project before it talks to hosted Sanity', () => {
  expect(() => backend({apiHost: ''})).toThrow(/SANITY_PROJECT_ID/)
})
