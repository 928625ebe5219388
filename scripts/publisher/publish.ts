import type {Logger} from 'pino'

import type {Build} from './build.ts'
import type {ContentProbe} from './contentProbe.ts'
import type {Inbox} from './inbox.ts'
import type {Releases} from './releases/releases.ts'
import type {Status} from './status.ts'

interface PublishParts {
  inbox: Inbox
  releases: Releases
  probe: ContentProbe
  build: Build
  status: Status
  log: Logger
}

/**
 * Brings the site to the published content: build, keep as a release, swap, settle what waited for it.
 * Does nothing when the live release is of the same content and code. Rejects, with the old site still up, when a step fails.
 */
export async function publish({
  inbox,
  releases,
  probe,
  build,
  status,
  log,
}: PublishParts): Promise<void> {
  const startedAt = performance.now()
  const covered = inbox.lastSequence()
  try {
    const madeFrom = {content: await probe.digest(), code: await build.codeDigest()}
    if (!releases.isLive(madeFrom)) {
      status.building()
      const release = await releases.write(madeFrom, build.run)
      releases.swap(release)
    }
    inbox.settle(covered)
    const ms = Math.round(performance.now() - startedAt)
    if (status.live(ms)) log.info({release: releases.live()?.id, ms}, 'live')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    status.refused(reason)
    log.error({reason}, 'refused: the last good release stays')
    throw error
  }
}
