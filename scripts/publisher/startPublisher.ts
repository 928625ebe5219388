import {mkdirSync} from 'node:fs'
import {join} from 'node:path'

import type {Logger} from 'pino'

import {createBuild} from './build.ts'
import {createCoalescer} from './coalesce.ts'
import {createContentProbe} from './contentProbe.ts'
import {createInbox} from './inbox.ts'
import {listen} from './listen.ts'
import {publish} from './publish.ts'
import {createReleases} from './releases/releases.ts'
import {publisherServer} from './server.ts'
import type {Settings} from './settings.ts'
import {siteServer} from './site/siteServer.ts'
import {createStatus} from './status.ts'

const QUIET_MS = 150
const LONGEST_WAIT_MS = 2000
const RECONCILE_EVERY_MS = 60_000
const RETRY_MS = 5000

/**
 * Starts the publisher: receives webhooks, publishes what changed, serves the live release.
 * Publishes at once whatever the content has that the site has not. Gives the ports it got and `close()`.
 */
export async function startPublisher(settings: Settings, log: Logger) {
  mkdirSync(settings.dataDirectory, {recursive: true})
  const inbox = createInbox(join(settings.dataDirectory, 'publisher.db'))
  const releases = createReleases(join(settings.dataDirectory, 'releases'))
  const probe = createContentProbe(settings.sanity)
  const build = createBuild(settings)
  const status = createStatus({releases, inbox})

  const coalescer = createCoalescer({
    quietMs: QUIET_MS,
    longestWaitMs: LONGEST_WAIT_MS,
    retryMs: RETRY_MS,
    work: () => publish({inbox, releases, probe, build, status, log}),
  })

  const api = await listen(
    publisherServer({inbox, status, secret: settings.webhookSecret, onRecorded: coalescer.request}),
    settings.host,
    settings.port,
  )
  const site = await listen(siteServer(releases), settings.host, settings.sitePort)
  log.info({port: api.port, sitePort: site.port}, 'listening')

  coalescer.request()
  const timer = setInterval(coalescer.request, RECONCILE_EVERY_MS)

  return {
    port: api.port,
    sitePort: site.port,
    async close() {
      clearInterval(timer)
      await api.close()
      build.stop()
      await coalescer.close()
      await site.close()
      inbox.close()
    },
  }
}
