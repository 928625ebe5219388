import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {Log} from '../log.ts'
import {createAfterwork} from './afterwork/createAfterwork.ts'
import {builderEnvironment} from './builder/builderEnvironment.ts'
import {startBuilder} from './builder/startBuilder.ts'
import {createClock} from './clock.ts'
import {createCrashPoint} from './crashPoint.ts'
import {createPause} from './createPause.ts'
import type {Publishing} from './createPublishing.ts'
import {createInbox} from './inbox.ts'
import type {Line} from './line.ts'
import {openDatabase} from './openDatabase.ts'
import {createProgress} from './progress.ts'
import {createPublishes} from './receipts/createPublishes.ts'
import {createReceipts} from './receipts/createReceipts.ts'
import type {Settings} from './settings.ts'
import {createDamageCheck} from './createDamageCheck.ts'
import {createScrubber} from './scrubber/createScrubber.ts'
import {openSiteReleases} from './siteReleases.ts'
import {replaceDamagedDatabases} from './replaceDamagedDatabases.ts'
import {createSweeper} from './sweeper/createSweeper.ts'
import type {Times} from './times.ts'

const BUILDER = fileURLToPath(import.meta.resolve('./builder/main.ts'))

interface LineOptions {
  settings: Settings
  times: Times
  /** Told when the clock wants a publish. */
  publishing: Pick<Publishing, 'request' | 'compareEverything'>
  /** The builder's program, where it is not ours. */
  builder?: string | undefined
  log: Log
}

/** Opens what a publish works with: database, releases, builder, clock. `close()` ends the builder last. */
export function openLine({settings, times, publishing, builder = BUILDER, log}: LineOptions) {
  replaceDamagedDatabases(settings.dataDirectory, log)
  const database = openDatabase(join(settings.dataDirectory, 'publisher.db'))
  const root = join(settings.dataDirectory, 'releases')
  const releases = openSiteReleases(root)
  const progress = createProgress()
  const isQuiet = () => !progress.isBuilding() && !afterwork.isRunning() && !scrubber.isRunning()
  const sweeper = createSweeper({root, afterMs: times.sweep, isQuiet, log})
  const afterwork = createAfterwork({
    root,
    live: releases.live,
    swap: releases.swapRoot,
    onResult(result) {
      log.info(result, 'afterwork')
      sweeper.request()
    },
  })
  const scrubber = createScrubber({
    root,
    soonMs: times.scrubSoon,
    everyMs: times.scrub,
    isQuiet: () => !progress.isBuilding() && !sweeper.isRunning(),
    onLost: publishing.compareEverything,
    log,
  })
  const startAfterwork = createPause(times.afterwork, async (site: string) => {
    await sweeper.idle()
    afterwork.request(site)
  })
  const line: Line = {
    inbox: createInbox(database),
    publishes: createPublishes(database),
    receipts: createReceipts(database),
    releases,
    builder: startBuilder({
      program: {
        file: builder,
        environment: builderEnvironment(settings),
        stallMs: times.stall,
      },
      restartMs: times.restart,
      longestRestartMs: times.longestRestart,
      stopMs: times.stop,
      log,
    }),
    clock: createClock({
      checkEveryMs: times.clockCheck,
      stubbornMs: times.stubbornClock,
      onStrike: publishing.request,
      onJump(byMs) {
        const seconds = Math.round(byMs / 1000)
        log.warn(
          {seconds},
          `the clock jumped by ${seconds} s: all pages are compared with the content and the time`,
        )
        publishing.compareEverything()
      },
    }),
    progress,
    sweeper,
    siteNow: settings.siteNow,
    onLive(site) {
      if (settings.compress) startAfterwork.with(site)
      else sweeper.request()
    },
    crashPoint: createCrashPoint(settings.crashAt),
    endIfDamaged: createDamageCheck(settings.dataDirectory, log),
    log,
  }
  return {
    line,
    /** After the last publish. */
    async close() {
      line.clock.close()
      startAfterwork.close()
      await afterwork.close()
      await scrubber.close()
      await sweeper.close()
      database.close()
      releases.close()
    },
  }
}
