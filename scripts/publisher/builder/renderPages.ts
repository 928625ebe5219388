import {setImmediate as breath} from 'node:timers/promises'

import type {PictureFile, Renderer} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
import type {MadePage} from './keepPage.ts'
import type {KeptPage} from './keptPages.ts'
import {keeperHere, startPageKeeper} from './startPageKeeper.ts'

/** A page that was rendered: its bytes lie in the store. */
export interface RenderedFile {
  path: string
  hash: string
  reads: KeptPage['reads']
  checkedIn: number
  contentRevision: string | undefined
  /** The pictures it shows, as files of the release. */
  pictures: readonly string[]
  /** Those that may have to be made. */
  pictureFiles: readonly PictureFile[]
}

/** From here on it is worth the time to start a thread. */
const MANY_PAGES = 400
const TELL_EVERY_MS = 200

/**
 * Renders pages, checks them and keeps their bytes, in their order; says from time to time how far it is. Rejects with
 * where the fault lies.
 */
export async function renderPages(
  renderer: Renderer,
  affected: readonly AffectedPage[],
  settings: {releases: string; staticFiles: ReadonlySet<string>},
  onProgress: (done: number) => void,
): Promise<RenderedFile[]> {
  if (affected.length === 0) return []
  const {releases, staticFiles} = settings
  const files = new Set([...renderer.pages().map(({file}) => file), ...staticFiles])
  const keeper =
    affected.length < MANY_PAGES
      ? keeperHere({releases, files})
      : startPageKeeper({releases, files})
  const waiting: Promise<Attempt>[] = []
  const attempted: Attempt[] = []
  let toldAt = performance.now()
  try {
    for (const each of affected) {
      const {made, about} = await renderPage(renderer, each)
      const kept = keeper.keep(made).then((hash) => ({each, about, hash}))
      kept.catch(() => undefined) // told when its turn comes
      waiting.push(kept)
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
  const rendered = attempted.flatMap(({about, hash}) => (hash ? [{...about, hash}] : []))
  const damaged = attempted.flatMap(({each: {page, because}, hash}) =>
    hash ? [] : [{page, because}],
  )
  return [...rendered, ...(await renderPages(renderer, damaged, settings, onProgress))]
}

/** A page that was rendered; without a hash when the file whose middle it keeps is damaged: then it is rendered whole. */
interface Attempt {
  each: AffectedPage
  about: Omit<RenderedFile, 'hash'>
  hash: string | undefined
}

async function renderPage(renderer: Renderer, {page, frameOf}: AffectedPage) {
  const before = frameOf && typeof frameOf.reads !== 'string' ? frameOf.reads : undefined
  const {text, pictureFiles, ...rendered} = await renderer.render(page, before)
  const pictures = [
    ...new Set([...(frameOf?.pictures ?? []), ...pictureFiles.map(({path}) => path.slice(1))]),
  ]
  const made: MadePage = {page, text, middleOf: before && frameOf?.hash, pictures}
  const checkedIn = renderer.snapshotNumber()
  return {made, about: {...rendered, path: page.file, checkedIn, pictures, pictureFiles}}
}
