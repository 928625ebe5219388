import {expect, test} from 'vitest'

import {isHosted, parseContentBackend} from '../../../scripts/content/contentBackend.ts'

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

test('reads hosted Sanity without a token', () => {
  expect(parseContentBackend({SANITY_API_HOST: ''}, 'read')).toMatchObject({
    apiHost: 'https://api.sanity.io',
    token: '',
  })
})

test.for([
  {input: 'https://api.sanity.io', output: true},
  {input: 'https://abc123.api.sanity.io', output: true},
  {input: 'http://127.0.0.1:3900', output: false},
  {input: 'https://lake.example.org', output: false},
  {input: 'https://notsanity.io', output: false},
])('knows whether $input is hosted Sanity: $output', ({input, output}) => {
  expect(isHosted(input)).toBe(output)
})
