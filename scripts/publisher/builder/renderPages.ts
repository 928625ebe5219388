import {setImmediate as breath} from 'node:timers/promises'

import type {Renderer, SitePage} from '@coworkmed/site/renderer'

import type {RenderedFile} from './renderFile.ts'
import {createFileRenderer} from './renderFile.ts'
import type {HelperSettings} from './startHelpers.ts'
import {startHelpers} from './startHelpers.ts'

/** From here on it may be worth the time to start helpers; */
const MANY_PAGES = 800
/** and only for so much of the site: a helper knows none of the answers that are ready here, and has to find them all. */
const LARGE_SHARE = 1 / 3
const TELL_EVERY_MS = 200

/**
 * Renders pages, with the help of other processes when they are many; says from time to time how far it is. This one
 * works too: it has the answers of queries at hand that the others must find first.
 */
export async function renderPages(
  renderer: Renderer,
  pages: readonly SitePage[],
  settings: HelperSettings,
  onProgress: (done: number) => void,
): Promise<RenderedFile[]> {
  if (pages.length === 0) return []
  const rendered: RenderedFile[] = []
  let toldAt = performance.now()
  let next = 0
  const nextBatch = (size: number) => {
    const batch = pages.slice(next, next + size)
    next += batch.length
    return batch
  }
  const onFiles = (files: readonly RenderedFile[]) => {
    rendered.push(...files)
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    onProgress(rendered.length)
  }
  const render = createFileRenderer({...settings, renderer})
  const renderHere = async () => {
    for (let [page] = nextBatch(1); page; [page] = nextBatch(1)) {
      onFiles([await render(page)])
      if (helpers) await breath() // they are heard between two pages
    }
    helpers?.dismiss()
  }
  const isLarge = pages.length > renderer.pages().length * LARGE_SHARE
  const helpers =
    pages.length >= MANY_PAGES && isLarge ? startHelpers({settings, nextBatch, onFiles}) : undefined
  const here = renderHere()
  try {
    await Promise.all([here, helpers?.done])
  } finally {
    next = pages.length
    helpers?.stop()
    await here.catch(() => undefined) // whoever renders next finds nobody at it
  }
  return rendered
}
