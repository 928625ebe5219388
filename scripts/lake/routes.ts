import type {LakeRequest} from './lakeRequest.ts'
import {actions} from './routes/actions.ts'
import {doc} from './routes/doc.ts'
import {mutate} from './routes/mutate.ts'
import {query} from './routes/query.ts'

/** One operation. `handle` returns plain data, a `Response` for bytes or streams, or nothing; it throws `ApiError`s. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  handle: (request: LakeRequest) => unknown
}

const V = '/:version{v[0-9X-]+}'

/** The whole API, one operation a line. */
export const routes: readonly Route[] = [
  {method: 'GET', path: `${V}/data/query/:dataset`, handle: query},
  {method: 'POST', path: `${V}/data/query/:dataset`, handle: query},
  {method: 'GET', path: `${V}/data/doc/:dataset/:ids{.+}`, handle: doc},
  {method: 'POST', path: `${V}/data/mutate/:dataset`, handle: mutate},
  {method: 'POST', path: `${V}/data/actions/:dataset`, handle: actions},
]
