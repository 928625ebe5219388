import type {WorkspaceOptions} from 'sanity'

import {lakeClientFactory} from './lakeClientFactory.ts'

/** The workspace options that make the Studio talk to the embedded lake at `lakeUrl` instead of hosted Sanity. */
export function lakeConnection(lakeUrl: string): Partial<WorkspaceOptions> {
  return {
    apiHost: lakeUrl,
    unstable_clientFactory: lakeClientFactory(lakeUrl),
    auth: {
      loginMethod: 'token',
      redirectOnSingle: false,
      providers: [{name: 'local', title: 'Local lake', url: `${lakeUrl}/login`}],
    },
    ...cloudFeaturesOff,
  }
}

/** What needs Sanity's own servers. */
const cloudFeaturesOff = {
  releases: {enabled: false},
  scheduledDrafts: {enabled: false},
  scheduledPublishing: {enabled: false},
  tasks: {enabled: false},
  mediaLibrary: {enabled: false},
  announcements: {enabled: false},
  apps: {canvas: {enabled: false}},
} as const
