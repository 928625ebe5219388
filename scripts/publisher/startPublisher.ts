import {join} from 'node:path'

import {allowedHosts} from '../http/allowedHosts.ts'
import type {Log} from '../log.ts'
import {lockFolder} from '../lockFolder.ts'
import {createPublishing} from './createPublishing.ts'
import {createEventStreams} from './http/eventStream.ts'
import {publisherServer} from './http/publisherServer.ts'
import {listen} from './listen.ts'
import {openLine} from './openLine.ts'
import {publish} from './publish.ts'
import type {Settings} from './settings.ts'
import {siteServer} from './site/siteServer.ts'
import type {Times} from './times.ts'
import {TIMES} from './times.ts'

/** What tests choose: another builder, and less patience. */
export interface PublisherOptions {
  /** The builder's program: a file that Node runs. */
  builder?: string
  times?: Partial<Times>
}

/**
 * Starts the publisher: receives webhooks, publishes what changed, serves the live release.
 * Publishes at once whatever the content has that the site has not. Gives the ports it got and `close()`.
 * Throws a sentence when the data folder has a publisher already, or a port is taken.
 */
export async function startPublisher(settings: Settings, log: Log, options: PublisherOptions = {}) {
  const times = {...TIMES, ...options.times}
  const unlock = lockFolder(join(settings.dataDirectory, 'publisher'), 'publisher')
  const publishing = createPublishing(times, (scope) => publish(line, scope))
  const {line, close} = openLine({settings, times, publishing, builder: options.builder, log})
  const events = createEventStreams(line.progress, times.heartbeat)
  const hosts = new Set<string>()
  const app = publisherServer({
    line,
    events,
    publishing,
    hosts,
    secrets: settings.webhookSecrets,
    operatorToken: settings.operatorToken,
  })
  const api = await listen(app, settings.host, settings.port, log)
  for (const host of allowedHosts(api.port)) hosts.add(host)
  const {liveDirectory} = line.releases
  const site = await listen(siteServer({liveDirectory, log}), settings.host, settings.sitePort, log)
  log.info({port: api.port, sitePort: site.port}, 'listening')
  publishing.request()

  return {
    port: api.port,
    sitePort: site.port,
    /** Answers what is asked, lets a running build end for a time, and keeps what waits for the next start. */
    async close() {
      events.closeAll()
      await api.close()
      await Promise.all([publishing.close(), line.builder.close()])
      await close()
      await site.close()
      unlock()
    },
  }
}
