import {Worker} from 'node:worker_threads'

import {z} from 'zod'

import {guarded} from '../../guarded.ts'
import type {Log} from '../../log.ts'
import {linkedRelease} from '../releases/liveRelease.ts'
import type {Scrubbed} from './scrubRelease.ts'

interface ScrubberOptions {
  /** The folder of releases; absolute. */
  root: string
  /** How long after the start the first scrub begins, or the next where something was lost. */
  soonMs: number
  everyMs: number
  /** Whether nobody removes releases now. */
  isQuiet: () => boolean
  /** Files have to be made anew. */
  onLost: () => void
  log: Log
}

/** A build makes what is lost; one that did not in so many rounds cannot. */
const MOST_ROUNDS = 5

const scrubbed = z.object({mended: z.array(z.string()), lost: z.array(z.string())})

/** Scrubs the live release soon after the start and from time to time: a disk, or a power cut, may have damaged it. */
export function createScrubber(options: ScrubberOptions) {
  const {soonMs, everyMs, log} = options
  let rounds = 0
  let worker: Worker | undefined
  let running: Promise<void> | undefined
  let timer = setTimeout(guardedBegin, soonMs)

  function guardedBegin() {
    guarded(begin, (error) => {
      log.warn({err: error}, 'the live release could not be looked at')
      timer = setTimeout(guardedBegin, everyMs)
    })()
  }

  function begin() {
    const id = options.isQuiet() ? linkedRelease(options.root) : undefined
    if (id === undefined) timer = setTimeout(guardedBegin, soonMs)
    else running = run(id).then(() => (running = undefined))
  }

  async function run(id: string) {
    let isSoon = false
    try {
      isSoon = tell(await scrubInThread(id))
    } catch (error) {
      log.warn({err: error}, 'the live release could not be scrubbed')
    }
    timer = setTimeout(guardedBegin, isSoon ? soonMs : everyMs)
  }

  /** Whether to look again soon. */
  function tell({mended, lost}: Scrubbed) {
    if (mended.length > 0) log.warn({files: mended}, 'the live release was damaged, and is mended')
    rounds = lost.length > 0 ? rounds + 1 : 0
    if (rounds === 0) return false
    if (rounds > MOST_ROUNDS) {
      rounds = 0
      log.error(
        {files: lost},
        'The live release is damaged, and the content gives other files today. Take another release live: unpin, or roll back.',
      )
      return false
    }
    log.warn({files: lost}, 'the live release is damaged: its files are made anew')
    options.onLost()
    return true
  }

  function scrubInThread(id: string) {
    return new Promise<Scrubbed>((resolve, reject) => {
      worker = new Worker(new URL('./scrubWorker.ts', import.meta.url), {
        workerData: {root: options.root, id},
      })
      worker.once('message', (message) => {
        const {success, data} = scrubbed.safeParse(message)
        resolve(success ? data : {mended: [], lost: []})
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('It ended without a word.')))
    })
  }

  return {
    /** Whether a thread of ours may be writing to the store: releases must not be swept now. */
    isRunning: () => running !== undefined,
    async close() {
      clearTimeout(timer)
      const isOver = running
      await worker?.terminate()
      await isOver
      clearTimeout(timer)
    },
  }
}
