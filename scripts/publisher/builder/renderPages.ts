import type {Renderer, SitePage} from '@coworkmed/site/renderer'

import type {RenderedFile} from './renderFile.ts'
import {createFileRenderer} from './renderFile.ts'
import type {WorkerSettings} from './renderInThreads.ts'
import {renderInThreads} from './renderInThreads.ts'

/** From here on it may be worth the time to start threads; */
const MANY_PAGES = 800
/** and only for so much of the site: a thread knows none of the answers that are ready here, and has to find them all. */
const LARGE_SHARE = 1 / 3
const TELL_EVERY_MS = 200

/** Renders pages, in threads when they are many; says from time to time how far it is. */
export async function renderPages(
  renderer: Renderer,
  pages: readonly SitePage[],
  settings: WorkerSettings,
  onProgress: (done: number) => void,
): Promise<RenderedFile[]> {
  const rendered: RenderedFile[] = []
  let toldAt = performance.now()
  const take = (files: readonly RenderedFile[]) => {
    rendered.push(...files)
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    onProgress(rendered.length)
  }
  const isLarge = pages.length > renderer.pages().length * LARGE_SHARE
  if (pages.length >= MANY_PAGES && isLarge) {
    await renderInThreads(pages, settings, take)
  } else if (pages.length > 0) {
    const render = createFileRenderer({...settings, renderer})
    for (const page of pages) take([await render(page)])
  }
  return rendered
}
