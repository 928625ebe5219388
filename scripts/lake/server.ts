import {Hono, type Context} from 'hono'

import {faultOf} from '../faults/faultOf.ts'
import {withSecurityHeaders} from '../http/withSecurityHeaders.ts'
import {ApiError, notFound} from './errors.ts'
import {allowedOrigins} from './http/allowedOrigins.ts'
import {clientOf} from './http/clientOf.ts'
import {guard, variesByOrigin} from './http/guard.ts'
import {readBytes, readJson} from './http/readBody.ts'
import type {Lake, LakeRequest} from './lakeRequest.ts'
import {routes, type Route} from './routes.ts'

/** The HTTP API of a lake, as an app with `fetch`. `hosts` are the Host headers it answers to. */
export function createServer(lake: Lake, hosts: () => ReadonlySet<string>) {
  const app = new Hono()
  app.use(
    withSecurityHeaders,
    variesByOrigin,
    guard(hosts, allowedOrigins(lake.settings.browserPorts)),
  )
  for (const route of routes) {
    app.on(route.method, route.path, (context) => answer(lake, route, context))
  }
  app.notFound((context) => {
    const {method, path} = context.req
    return answerError(lake, notFound(`${method} ${path} is not part of this lake's API.`), context)
  })
  app.onError((error, context) => answerError(lake, error, context))
  return app
}

async function answer(lake: Lake, route: Route, context: Context) {
  const result = await route.handle(lakeRequest(lake, context))
  if (result instanceof Response)
    return context.req.method === 'HEAD' ? withoutBody(result) : result
  return result === undefined ? context.body(null, 204) : Response.json(result)
}

/** Ends a stream that nobody is going to read. */
async function withoutBody(response: Response) {
  await response.body?.cancel()
  return new Response(null, response)
}

function lakeRequest(lake: Lake, context: Context): LakeRequest {
  const {raw} = context.req
  const {version = '', dataset = lake.settings.dataset, project, ...params} = context.req.param()
  assertProject(lake, project ?? context.req.header('x-sanity-project-id'))
  if (!lake.store.hasDataset(dataset)) {
    throw notFound(
      `Dataset "${dataset}" not found. PUT /v1/projects/…/datasets/${dataset} creates it.`,
    )
  }
  const identity = lake.people.identify(raw.headers.get('authorization'))
  return {
    ...lake,
    method: raw.method,
    version: version.replace(/^v/, ''),
    dataset,
    identity,
    client: clientOf((name) => context.req.header(name), identity),
    params,
    search: new URL(raw.url).searchParams,
    headers: raw.headers,
    signal: raw.signal,
    cutOff: () => void context.env.outgoing?.destroy(),
    json: () => readJson(raw),
    body: raw.body ?? new ReadableStream(),
    bytes: (limit) => readBytes(raw, limit),
  }
}

function assertProject(lake: Lake, project: string | undefined) {
  const {projectId} = lake.settings
  if (project === undefined || project === projectId) return
  throw notFound(`Project "${project}" not found. This lake is project "${projectId}".`)
}

function answerError(lake: Lake, error: Error, context: Context) {
  if (error instanceof ApiError) {
    const {status, body} = error
    return Response.json(body, {status, ...(status === 429 && {headers: {'retry-after': '1'}})})
  }
  lake.log.error({err: error, method: context.req.method, path: context.req.path}, 'failed')
  const {kind, todo} = faultOf(error)
  const message = (kind === 'diskFull' && todo) || 'The lake failed to answer. Its log says why.'
  return Response.json({statusCode: 500, error: 'Internal Server Error', message}, {status: 500})
}
