import {expect, test} from './test.ts'

test('answers what the Studio asks a hosted project, as one that has none of it', async ({
  lake,
}) => {
  const answers = {
    '/features': [],
    '/projects/local/features': [],
    '/projects/local/user-applications': [],
    '/projects/local/new-content-release-allowed': {allowed: false},
    '/schedules/local/production': {schedules: []},
    '/intake/telemetry-status': {status: 'denied'},
    '/journey/announcements': [],
  }
  for (const [url, answer] of Object.entries(answers)) {
    expect(await lake.request({url}), url).toEqual(answer)
  }
})
