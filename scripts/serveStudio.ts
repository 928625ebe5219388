import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import type {Server} from 'node:http'
import {join} from 'node:path'

import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'

import {backend} from '../studio/src/backend.ts'
import {contentPolicy} from '../studio/src/page/contentPolicy.ts'
import type {StudioPageSettings} from '../studio/src/page/studioPage.ts'
import {studioPage} from '../studio/src/page/studioPage.ts'
import {createGuardedServer} from './http/createGuardedServer.ts'
import {isForeign, isVisit} from './http/isForeign.ts'
import {withSecurityHeaders} from './http/withSecurityHeaders.ts'
import type {PublisherAccess} from './publisherProxy.ts'
import {publisherProxy} from './publisherProxy.ts'

/** Which build to serve, where, and what it talks to. Port 0 takes any free port. */
export interface StudioServerOptions extends StudioPageSettings {
  /** What `sanity build` wrote. */
  directory: string
  port: number
  /** Whose receipts the Studio shows; none are shown without. */
  publisher?: PublisherAccess
}

/**
 * Serves a built Studio on 127.0.0.1. One build serves any lake: its address is written into the page. An empty
 * `lakeUrl` is hosted Sanity. Throws when there is no build, or the port is taken.
 */
export async function serveStudio({directory, port, publisher, ...settings}: StudioServerOptions) {
  const {projectId, dataset, lakeUrl = ''} = backend({apiHost: settings.lakeUrl, ...settings})
  const page = studioPage(await readPage(directory), {...settings, lakeUrl, projectId, dataset})
  const hosts = new Set<string>()
  const policy = contentPolicy(page, lakeUrl)
  const app = studioApp({directory, page, policy, hosts, publisher})

  const server = createGuardedServer(app.fetch, (error) =>
    process.stderr.write(`The Studio could not answer a request: ${String(error)}\n`),
  )
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  for (const name of ['localhost', '127.0.0.1']) hosts.add(`${name}:${portOf(server)}`)
  return {port: portOf(server), close: () => close(server)}
}

async function readPage(directory: string) {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8')
  } catch (cause) {
    const message = `There is no built Studio in ${directory}. Run \`sanity build\` in studio first.`
    throw new Error(message, {cause})
  }
}

interface StudioApp {
  directory: string
  page: string
  policy: string
  /** The Host headers that mean this server; others are names made to point here. */
  hosts: ReadonlySet<string>
  publisher: PublisherAccess | undefined
}

function studioApp({directory, page, policy, hosts, publisher}: StudioApp) {
  const app = new Hono()
  app.use(withSecurityHeaders, async (context, next) => {
    const header = (name: string) => context.req.header(name)
    if (!hosts.has(header('host') ?? '')) {
      return context.text(`The Studio answers as ${[...hosts].join(' and ')} only.`, 421)
    }
    if (!isForeign(header, ownOrigins(hosts)) || isVisit(header)) return next()
    return context.text('Pages of other sites may ask nothing here.', 403)
  })
  app.get('/healthz', (context) => context.json({status: 'ok'}))
  app.route('/publisher', publisherProxy(publisher))
  const answerPage = () =>
    new Response(page, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': policy,
      },
    })
  app.get('/', answerPage)
  app.get('/index.html', answerPage)
  app.get(
    '*',
    serveStatic({
      root: directory,
      onFound: (path, context) => context.header('cache-control', cacheControl(path)),
    }),
  )
  app.get('/static/*', (context) => context.text('Not found', 404))
  // Any other address is a place inside the Studio.
  app.get('*', answerPage)
  return app
}

const ownOrigins = (hosts: ReadonlySet<string>) =>
  new Set([...hosts].map((host) => `http://${host}`))

const HASHED = /-[\w-]{8,}\.\w+$/

const cacheControl = (path: string) =>
  HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

function portOf(server: Server) {
  const address = server.address()
  if (typeof address !== 'object' || address === null)
    throw new Error('The server is not listening.')
  return address.port
}

async function close(server: Server) {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}
