import type {Log} from '../log.ts'
import {withAdvice} from '../withAdvice.ts'

import type {Build} from './build.ts'
import type {ContentProbe} from './contentProbe.ts'
import type {Inbox} from './inbox.ts'
import type {MadeFrom, Releases} from './releases/releases.ts'
import type {Status} from './status.ts'

interface PublishParts {
  inbox: Inbox
  releases: Releases
  probe: ContentProbe
  build: Build
  status: Status
  log: Log
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
    const sources = async () => ({content: await probe.digest(), code: await build.codeDigest()})
    const before = await sources()
    if (!releases.isLive(before)) {
      status.building()
      const release = await releases.write(build.run, async () => {
        const stoodStill = inbox.lastSequence() === covered && isSame(before, await sources())
        return stoodStill ? before : UNKNOWN
      })
      releases.swap(release)
    }
    inbox.settle(covered)
    const ms = Math.round(performance.now() - startedAt)
    if (status.live(ms)) log.info({release: releases.live()?.id, ms}, 'live')
  } catch (error) {
    const reason = withAdvice(error)
    status.refused(reason)
    log.error({reason}, 'refused: the last good release stays')
    throw error
  }
}

/**
 * What a build was made from when the content changed meanwhile: nobody knows what was read, so it equals nothing, and
 * the next publish builds again. Else a document that is published and withdrawn during one build would stay.
 */
const UNKNOWN: MadeFrom = {content: 'changed during the build', code: 'any'}

const isSame = (one: MadeFrom, other: MadeFrom) =>
  one.content === other.content && one.code === other.code
