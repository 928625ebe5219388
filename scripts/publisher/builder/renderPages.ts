import {setImmediate as breath} from 'node:timers/promises'

import type {KeptReads, PictureFile, Renderer, SitePage} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
import {BuildFailure} from './buildFailure.ts'
import type {MadePage} from './keepPage.ts'
import type {PageKeeper} from './startPageKeeper.ts'
import {keeperHere, startPageKeeper} from './startPageKeeper.ts'

/** A page that was rendered: its bytes lie in the store. */
export interface RenderedFile {
  path: string
  hash: string
  reads: KeptReads['reads']
  checkedIn: number
  contentRevision: string | undefined
  /** The pictures it shows, as files of the release. */
  pictures: readonly string[]
  /** Those that may have to be made. */
  pictureFiles: readonly PictureFile[]
}

/** A page that cannot be rendered or fails its checks, and what it read: as long as that stays, it need not be tried again. */
export interface FailedPage extends KeptReads {
  page: SitePage
  why: BuildFailure
}

/** From here on it is worth the time to start a thread. */
const MANY_PAGES = 400
const TELL_EVERY_MS = 200

/**
 * Renders pages, checks them and keeps their bytes, in their order; says from time to time how far it is. Pages that fail
 * are told apart; rejects when the machine fails.
 */
export async function renderPages(
  renderer: Renderer,
  affected: readonly AffectedPage[],
  settings: {releases: string; staticFiles: ReadonlySet<string>; keepsHere?: boolean},
  onProgress: (done: number) => void,
): Promise<{rendered: RenderedFile[]; failed: FailedPage[]}> {
  if (affected.length === 0) return {rendered: [], failed: []}
  const {releases, staticFiles} = settings
  const files = new Set([...renderer.pages().map(({file}) => file), ...staticFiles])
  const start = settings.keepsHere || affected.length < MANY_PAGES ? keeperHere : startPageKeeper
  const keeper = start({releases, files})
  const waiting: Promise<Attempt>[] = []
  const attempted: Attempt[] = []
  let toldAt = performance.now()
  try {
    for (const each of affected) {
      const kept = attempt(renderer, keeper, each)
      waiting.push((await kept).kept)
      const oldest = waiting.length > keeper.ahead ? await waiting.shift() : undefined
      if (oldest) attempted.push(oldest)
      await breath() // what responses hold weakly is let go, which lasts as long as a turn of the loop
      if (performance.now() - toldAt < TELL_EVERY_MS) continue
      toldAt = performance.now()
      onProgress(attempted.length)
    }
    attempted.push(...(await Promise.all(waiting)))
  } finally {
    await keeper.close()
  }
  const damaged = attempted.flatMap(({damaged: each}) => each ?? [])
  const again = await renderPages(renderer, damaged, settings, onProgress)
  return {
    rendered: [...attempted.flatMap(({rendered}) => rendered ?? []), ...again.rendered],
    failed: [...attempted.flatMap(({failed}) => failed ?? []), ...again.failed],
  }
}

/** What became of a page. */
interface Attempt {
  rendered?: RenderedFile
  failed?: FailedPage
  /** The file whose middle it keeps is damaged: it is rendered whole. */
  damaged?: AffectedPage
}

/** Resolves once the page is rendered, to what resolves once it is kept. */
async function attempt(
  renderer: Renderer,
  keeper: PageKeeper,
  {page, because, frameOf}: AffectedPage,
): Promise<{kept: Promise<Attempt>}> {
  const before = frameOf && typeof frameOf.reads !== 'string' ? frameOf.reads : undefined
  const outcome = await renderer.render(page, before)
  const about = {path: page.file, reads: outcome.reads, checkedIn: renderer.snapshotNumber()}
  if ('failure' in outcome) {
    const why = BuildFailure.from(outcome.failure, 'render')
    return {kept: Promise.resolve({failed: {...about, page, why}})}
  }
  const {text, pictureFiles, contentRevision} = outcome
  const pictures = [
    ...new Set([...(frameOf?.pictures ?? []), ...pictureFiles.map(({path}) => path.slice(1))]),
  ]
  const made: MadePage = {page, text, middleOf: before && frameOf?.hash, pictures}
  const kept = keeper.keep(made).then(
    (hash): Attempt =>
      hash
        ? {rendered: {...about, hash, contentRevision, pictures, pictureFiles}}
        : {damaged: {page, because}},
    (error: unknown): Attempt => {
      if (error instanceof BuildFailure) return {failed: {...about, page, why: error}}
      throw error
    },
  )
  kept.catch(() => undefined) // told when its turn comes
  return {kept}
}
