import {notImplemented} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** Parts of Sanity's API that this lake does not have. They answer 501 with their name, never a success. */
export const unsupportedOperations = [
  {method: 'DELETE', path: '/projects/:project/datasets/:name', name: 'deleting a dataset'},
  {method: 'PATCH', path: '/projects/:project/datasets/:name', name: 'changing a dataset'},
  {method: 'DELETE', path: '/datasets/:name', name: 'deleting a dataset'},
  {method: 'PATCH', path: '/datasets/:name', name: 'changing a dataset'},
  {method: 'PUT', path: '/projects/:project/datasets/:name/copy', name: 'copying a dataset'},
  {method: 'GET', path: '/data/history/:dataset/events/releases/:id', name: 'release events'},
  {method: 'POST', path: '/schedules/:rest{.+}', name: 'scheduled publishing'},
  {method: 'POST', path: '/intake/:rest{.+}', name: 'telemetry'},
  {method: 'POST', path: '/agent/:rest{.+}', name: 'agent actions'},
  {method: 'GET', path: '/hooks/:rest{.+}', name: 'managing webhooks'},
  {method: 'POST', path: '/hooks/:rest{.+}', name: 'managing webhooks'},
  {method: 'GET', path: '/media-libraries/:rest{.+}', name: 'media libraries'},
  {method: 'POST', path: '/media-libraries/:rest{.+}', name: 'media libraries'},
  {method: 'GET', path: '/auth/fetch', name: 'logins'},
  {method: 'GET', path: '/auth/login/:provider', name: 'logins'},
] as const

/** Answers for one of them. */
export const unsupported = (name: string) => (_request: LakeRequest) => {
  throw notImplemented(name)
}
