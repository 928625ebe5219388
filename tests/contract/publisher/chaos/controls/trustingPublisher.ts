import {join} from 'node:path'

import type {Log} from '../../../../../scripts/log.ts'
import {lockFolder} from '../../../../../scripts/lockFolder.ts'
import {createPublishing} from '../../../../../scripts/publisher/createPublishing.ts'
import {allowedHosts} from '../../../../../scripts/http/allowedHosts.ts'
import {createEventStreams} from '../../../../../scripts/publisher/http/eventStream.ts'
import {publisherServer} from '../../../../../scripts/publisher/http/publisherServer.ts'
import type {Line} from '../../../../../scripts/publisher/line.ts'
import {listen} from '../../../../../scripts/publisher/listen.ts'
import {openLine} from '../../../../../scripts/publisher/openLine.ts'
import type {Settings} from '../../../../../scripts/publisher/settings.ts'
import {siteServer} from '../../../../../scripts/publisher/site/siteServer.ts'
import type {Scope} from '../../../../../scripts/publisher/builder/protocol.ts'
import {TIMES} from '../../../../../scripts/publisher/times.ts'
import {builderDouble, SHORT_TIMES} from '../../shortTimes.ts'

interface Parts {
  /** Breaks a part of the line. */
  spoil: (line: Line, request: () => void) => Line
  publish: (line: Line, scope: Scope) => Promise<void>
}

/**
 * A publisher that trusts its inbox: it compares nothing on start, unless webhooks wait. The real one compares
 * everything then, and so makes good what these controls want to see lost.
 */
export async function trustingPublisher(settings: Settings, log: Log, {spoil, publish}: Parts) {
  const times = {...TIMES, ...SHORT_TIMES}
  lockFolder(join(settings.dataDirectory, 'publisher'), 'publisher')
  const publishing = createPublishing(times, (scope) => publish(line, scope))
  const opened = openLine({settings, times, publishing, builder: builderDouble, log})
  const line = spoil(opened.line, publishing.request)
  const hosts = new Set(allowedHosts(settings.port))
  const {webhookSecrets: secrets, operatorToken} = settings
  const events = createEventStreams(line.progress, times.heartbeat)
  const app = publisherServer({line, events, publishing, hosts, secrets, operatorToken})
  await listen(app, settings.host, settings.port)
  const {liveDirectory} = line.releases
  await listen(siteServer({liveDirectory, log}), settings.host, settings.sitePort)
  if (line.inbox.pendingCount() > 0 || line.releases.live() === undefined) publishing.request()
}
