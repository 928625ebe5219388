import {expect, test} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'

test('has a default for everything but the secret', () => {
  expect(parseSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3900,
    dataDir: '.data/lake',
    projectId: 'local',
    dataset: 'production',
    historyDays: 365,
    browserPorts: [3333, 4321, 4322],
    publisherPort: 3901,
    webhookSecret: undefined,
  })
})

test('listens on this machine only, and says why', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.2']) {
    expect(() => parseSettings({HOST: host})).toThrow(/^HOST: .*no logins yet/)
  }
  for (const host of ['127.0.0.1', '::1', 'localhost']) {
    expect(parseSettings({HOST: host}).host).toBe(host)
  }
})

test('names every variable that makes no sense', () => {
  expect(() =>
    parseSettings({LAKE_PORT: 'http', SANITY_DATASET: 'Production', SANITY_PROJECT_ID: '-'}),
  ).toThrow(/LAKE_PORT: .*3900[\s\S]*SANITY_PROJECT_ID: [\s\S]*SANITY_DATASET: /)
})
