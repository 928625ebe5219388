import {expect, test} from 'vitest'

import {siteConfig} from '../../../site/siteConfig.ts'

test('without any variable the site reads the embedded lake', () => {
  expect(siteConfig({}).source).toEqual({
    apiHost: 'http://127.0.0.1:3900',
    projectId: 'local',
    dataset: 'production',
    token: undefined,
  })
  expect(siteConfig({LAKE_PORT: '4000'}).source.apiHost).toBe('http://127.0.0.1:4000')
})

test('an empty host means hosted Sanity', () => {
  expect(siteConfig({SANITY_API_HOST: ''}).source.apiHost).toBe('')
})

test('pictures are kept in the folder for what must survive', () => {
  expect(siteConfig({DATA_DIR: '/data'}).cacheDir).toBe('/data/cache')
  expect(siteConfig({SITE_CACHE_DIR: '/elsewhere'}).cacheDir).toBe('/elsewhere')
})

test('the clock is an input', () => {
  expect(siteConfig({SITE_NOW: '2026-11-23T12:00:00Z'}).now).toBe('2026-11-23T12:00:00.000Z')
  expect(() => siteConfig({SITE_NOW: 'yesterday'})).toThrow(/SITE_NOW.*yesterday/)
})
