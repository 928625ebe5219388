/**
 * What the Studio asks a hosted project for at every start, answered as a project that has none of it: an error
 * would be retried, or shown to the officer. Each is an empty list or a plain no; none pretends to have done something.
 */
export const absentFeatures: Readonly<Record<string, unknown>> = {
  '/features': [],
  '/help': {},
  '/intake/telemetry-status': {status: 'denied'},
  '/journey/announcements': [],
  '/journey/:rest{.+}': {},
  '/projects/:project/features': [],
  '/projects/:project/roles': [],
  '/projects/:project/grants': {
    'sanity.project.members': [{grants: [{name: 'read', params: {}}]}],
    'sanity.project.roles': [{grants: [{name: 'read', params: {}}]}],
  },
  '/projects/:project/new-content-release-allowed': {allowed: false},
  '/projects/:project/user-applications': [],
  '/projects/:project/datasets/:dataset/settings/indexing': {},
  '/schedules/:rest{.+}': {schedules: []},
  '/subscriptions/project/:project': {},
}
