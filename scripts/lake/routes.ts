import type {LakeRequest} from './lakeRequest.ts'
import {absentFeatures} from './routes/absentFeatures.ts'
import {acl} from './routes/acl.ts'
import {actions} from './routes/actions.ts'
import {authId} from './routes/authId.ts'
import {authProviders} from './routes/authProviders.ts'
import {checkCors} from './routes/checkCors.ts'
import {createDataset} from './routes/createDataset.ts'
import {datasets} from './routes/datasets.ts'
import {doc} from './routes/doc.ts'
import {exportDataset} from './routes/exportDataset.ts'
import {file} from './routes/file.ts'
import {healthz} from './routes/healthz.ts'
import {historyDocuments} from './routes/historyDocuments.ts'
import {historyEvents} from './routes/historyEvents.ts'
import {historyTransactions} from './routes/historyTransactions.ts'
import {image} from './routes/image.ts'
import {listen} from './routes/listen.ts'
import {liveEvents} from './routes/liveEvents.ts'
import {logout} from './routes/logout.ts'
import {mutate} from './routes/mutate.ts'
import {ping} from './routes/ping.ts'
import {project} from './routes/project.ts'
import {projects} from './routes/projects.ts'
import {query} from './routes/query.ts'
import {readKeyValues} from './routes/readKeyValues.ts'
import {references} from './routes/references.ts'
import {unsupported, unsupportedOperations} from './routes/unsupported.ts'
import {uploadFile} from './routes/uploadFile.ts'
import {uploadImage} from './routes/uploadImage.ts'
import {users} from './routes/users.ts'
import {usersMe} from './routes/usersMe.ts'
import {writeKeyValues} from './routes/writeKeyValues.ts'

/** One operation. `handle` returns plain data, a `Response` for bytes or streams, or nothing; it throws `ApiError`s. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  handle: (request: LakeRequest) => unknown
}

const V = '/:version{v[0-9X-]+}'

/** The whole API, one operation a line. */
export const routes: readonly Route[] = [
  {method: 'GET', path: '/healthz', handle: healthz},
  {method: 'GET', path: `${V}/data/query/:dataset`, handle: query},
  {method: 'POST', path: `${V}/data/query/:dataset`, handle: query},
  {method: 'GET', path: `${V}/data/doc/:dataset/:ids{.+}`, handle: doc},
  {method: 'POST', path: `${V}/data/mutate/:dataset`, handle: mutate},
  {method: 'POST', path: `${V}/data/actions/:dataset`, handle: actions},
  {method: 'GET', path: `${V}/data/listen/:dataset`, handle: listen},
  {method: 'GET', path: `${V}/data/live/events/:dataset`, handle: liveEvents},
  {method: 'GET', path: `${V}/data/export/:dataset`, handle: exportDataset},
  {method: 'GET', path: `${V}/data/references/:dataset/documents/:id/to`, handle: references},
  {method: 'GET', path: `${V}/data/history/:dataset/events/documents/:id`, handle: historyEvents},
  {
    method: 'GET',
    path: `${V}/data/history/:dataset/transactions/:ids{.+}`,
    handle: historyTransactions,
  },
  {method: 'GET', path: `${V}/data/history/:dataset/documents/:ids{.+}`, handle: historyDocuments},
  {method: 'GET', path: `${V}/data/ping`, handle: ping},
  {method: 'POST', path: `${V}/assets/images/:dataset`, handle: uploadImage},
  {method: 'POST', path: `${V}/assets/files/:dataset`, handle: uploadFile},
  {method: 'GET', path: '/images/:project/:dataset/:name/:vanityName?', handle: image},
  {method: 'GET', path: '/files/:project/:dataset/:name/:vanityName?', handle: file},
  {method: 'GET', path: `${V}/ping`, handle: ping},
  {method: 'GET', path: `${V}/check/cors`, handle: checkCors},
  {method: 'GET', path: `${V}/users/me`, handle: usersMe},
  {method: 'GET', path: `${V}/users/me/keyvalue/:keys`, handle: readKeyValues},
  {method: 'PUT', path: `${V}/users/me/keyvalue`, handle: writeKeyValues},
  {method: 'GET', path: `${V}/users/:ids`, handle: users},
  {method: 'GET', path: `${V}/auth/id`, handle: authId},
  {method: 'GET', path: `${V}/auth/providers`, handle: authProviders},
  {method: 'POST', path: `${V}/auth/logout`, handle: logout},
  {method: 'GET', path: `${V}/projects`, handle: projects},
  {method: 'GET', path: `${V}/projects/:project`, handle: project},
  {method: 'GET', path: `${V}/projects/:project/datasets`, handle: datasets},
  {method: 'GET', path: `${V}/projects/:project/datasets/:dataset/acl`, handle: acl},
  {method: 'PUT', path: `${V}/projects/:project/datasets/:name`, handle: createDataset},
  {method: 'PUT', path: `${V}/datasets/:name`, handle: createDataset},
  ...unsupportedOperations.map(({method, path, name}) => ({
    method,
    path: `${V}${path}`,
    handle: unsupported(name),
  })),
  ...Object.entries(absentFeatures).map(([path, answer]) => ({
    method: 'GET' as const,
    path: `${V}${path}`,
    handle: () => answer,
  })),
]
