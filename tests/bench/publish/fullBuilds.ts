import type {PeerBuild} from '../peers/buildPeer.ts'
import {watchProcess} from '../processUse.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {untilLive} from './publisherCalls.ts'

/**
 * Builds a whole site so many times, each time on an empty folder by a publisher just started; from its start until all is
 * written and live. Gives the figures, and the last publisher, still running.
 */
export async function fullBuilds(line: GeneratedLine, times: number) {
  const builds: Omit<PeerBuild, 'files'>[] = []
  let publisher = await line.startPublisher()
  let pages = 0
  for (;;) {
    const watch = watchProcess(publisher.pid)
    pages = await untilLive(publisher)
    builds.push({seconds: (performance.now() - publisher.startedAt) / 1000, ...watch.stop()})
    if (builds.length === times) return {builds, pages, publisher}
    publisher = await next(line, publisher)
  }
}

async function next(line: GeneratedLine, publisher: RunningPublisher) {
  await publisher.remove()
  return line.startPublisher()
}
