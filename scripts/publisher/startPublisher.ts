import {join} from 'node:path'

import type {Log} from '../log.ts'

import {lockFolder} from '../lockFolder.ts'
import type {Build} from './build.ts'
import {createBuild} from './build.ts'
import {createCoalescer} from './coalesce.ts'
import {createContentProbe} from './contentProbe.ts'
import {createInbox} from './inbox.ts'
import {listen} from './listen.ts'
import {openDatabase} from './openDatabase.ts'
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
const LONGEST_RETRY_MS = 60_000

/**
 * Starts the publisher: receives webhooks, publishes what changed, serves the live release.
 * Publishes at once whatever the content has that the site has not. Gives the ports it got and `close()`.
 * Throws a sentence when the data folder has a publisher already, or a port is taken.
 */
export async function startPublisher(
  settings: Settings,
  log: Log,
  build: Build = createBuild(settings),
) {
  const unlock = lockFolder(join(settings.dataDirectory, 'publisher'), 'publisher')
  const database = openDatabase(join(settings.dataDirectory, 'publisher.db'))
  const inbox = createInbox(database)
  const releases = createReleases(join(settings.dataDirectory, 'releases'))
  const probe = createContentProbe(settings.sanity)
  const status = createStatus({releases, inbox})

  const coalescer = createCoalescer({
    quietMs: QUIET_MS,
    longestWaitMs: LONGEST_WAIT_MS,
    retryMs: RETRY_MS,
    longestRetryMs: LONGEST_RETRY_MS,
    work: () => publish({inbox, releases, probe, build, status, log}),
  })

  const api = await listen(
    publisherServer({
      inbox,
      status,
      secrets: settings.webhookSecrets,
      log,
      onRecorded: coalescer.request,
    }),
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
      database.close()
      unlock()
    },
  }
}
