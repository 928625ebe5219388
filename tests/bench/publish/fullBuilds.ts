import {rmSync} from 'node:fs'
import {join} from 'node:path'

import type {PeerBuild} from '../peers/buildPeer.ts'
import {watchProcess} from '../processUse.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {untilLive} from './publisherCalls.ts'

export type Build = Omit<PeerBuild, 'files'>

/** What a publisher keeps besides the snapshot of the content: without it, it builds the whole site anew. */
const ALL_BUT_CONTENT = ['releases', 'publisher.db', 'publisher.db-wal', 'publisher.db-shm']

/**
 * Builds a whole site so many times, from a publisher's start until all is written and live: each time on an empty folder,
 * then with the content at hand, as after a change of the design. Gives the figures, and the last publisher, still running.
 */
export async function fullBuilds(line: GeneratedLine, times: number) {
  const fromNothing: Build[] = []
  const atHand: Build[] = []
  let publisher = await line.startPublisher()
  for (;;) {
    fromNothing.push((await build(publisher)).figures)
    publisher = await withContentAtHand(line, publisher)
    const {figures, pages} = await build(publisher)
    atHand.push(figures)
    if (fromNothing.length === times) return {fromNothing, atHand, pages, publisher}
    await publisher.remove()
    publisher = await line.startPublisher()
  }
}

async function build(publisher: RunningPublisher): Promise<{figures: Build; pages: number}> {
  const watch = watchProcess(publisher.pid)
  const pages = await untilLive(publisher)
  const seconds = (performance.now() - publisher.startedAt) / 1000
  return {figures: {seconds, ...watch.stop()}, pages}
}

async function withContentAtHand(line: GeneratedLine, {dataDirectory, stop}: RunningPublisher) {
  await stop()
  for (const name of ALL_BUT_CONTENT)
    rmSync(join(dataDirectory, name), {recursive: true, force: true})
  return line.startPublisher(dataDirectory)
}
