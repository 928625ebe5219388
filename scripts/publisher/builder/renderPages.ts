import {setImmediate as breath} from 'node:timers/promises'

import type {Renderer} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
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
  affected: readonly AffectedPage[],
  settings: HelperSettings,
  onProgress: (done: number) => void,
): Promise<RenderedFile[]> {
  if (affected.length === 0) return []
  const frames = affected.filter(({frameOf}) => frameOf)
  const whole = affected.filter(({frameOf}) => !frameOf)
  const rendered: RenderedFile[] = []
  let toldAt = performance.now()
  let next = 0
  const nextBatch = (size: number) => {
    const batch = whole.slice(next, next + size)
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
  /** Between two pages helpers are heard, and what responses hold weakly is let go, which lasts as long as a turn of the loop. */
  const renderOne = async (each: AffectedPage) => {
    onFiles([await render(each)])
    await breath()
  }
  const renderHere = async () => {
    for (const each of frames) await renderOne(each)
    for (let [each] = nextBatch(1); each; [each] = nextBatch(1)) await renderOne(each)
    helpers?.dismiss()
  }
  const isLarge = whole.length > renderer.pages().length * LARGE_SHARE
  const helpers =
    whole.length >= MANY_PAGES && isLarge ? startHelpers({settings, nextBatch, onFiles}) : undefined
  const here = renderHere()
  try {
    await Promise.all([here, helpers?.done])
  } finally {
    next = whole.length
    helpers?.stop()
    await here.catch(() => undefined) // whoever renders next finds nobody at it
  }
  return rendered
}
