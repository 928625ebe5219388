import {expect, test} from 'vitest'

import {listenPath} from '../../../studio/src/lake/listenPath.ts'

const client = {url: 'http://localhost:3900/v2025-02-19', dataset: 'production'}
const paramsOf = (path: string) => Object.fromEntries(new URL(path, 'http://lake').searchParams)

test('names the API version and the dataset', () => {
  const path = listenPath({...client, query: '*', params: {}, options: {}})

  expect(path.split('?')[0]).toBe('/v2025-02-19/data/listen/production')
})

test('writes the query, its parameters as JSON, and the options that are given', () => {
  const path = listenPath({
    ...client,
    requestTagPrefix: 'sanity.studio',
    query: '*[_id in $ids]',
    params: {ids: ['a', 'drafts.a'], missing: undefined},
    options: {includeResult: false, enableResume: true, tag: 'pair', events: ['mutation']},
  })

  expect(paramsOf(path)).toEqual({
    query: '*[_id in $ids]',
    $ids: '["a","drafts.a"]',
    includeResult: 'false',
    enableResume: 'true',
    tag: 'sanity.studio.pair',
  })
})

test('asks for whole documents unless told otherwise, as the client does', () => {
  const path = listenPath({...client, query: '*', params: {}, options: {}})

  expect(paramsOf(path)).toMatchObject({includeResult: 'true'})
})
