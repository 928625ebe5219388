import {expect, test} from 'vitest'

import {parseContentBackend} from '../../../scripts/content/contentBackend.ts'

test('takes the lake of this machine without being told', () => {
  expect(parseContentBackend({LAKE_PORT: '4900'})).toMatchObject({
    apiHost: 'http://127.0.0.1:4900',
    projectId: 'local',
    dataset: 'production',
  })
})

test('takes hosted Sanity when the host is empty, with a token', () => {
  expect(parseContentBackend({SANITY_API_HOST: '', SANITY_API_TOKEN: 'sk'})).toMatchObject({
    apiHost: 'https://api.sanity.io',
    token: 'sk',
  })
})

test('asks for the token that hosted Sanity needs', () => {
  expect(() => parseContentBackend({SANITY_API_HOST: 'https://api.sanity.io'})).toThrow(
    'Hosted Sanity needs SANITY_API_TOKEN',
  )
})
