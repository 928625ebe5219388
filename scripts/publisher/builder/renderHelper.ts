import {once} from 'node:events'

import {openRenderer} from '@coworkmed/site/renderer'

import {refusalOf} from './buildFailure.ts'
import {renderPages} from './renderPages.ts'
import type {HelperAnswer, HelperJob} from './startRenderHelper.ts'

/** A process that renders pages beside the builder, with a snapshot of its own, and ends with its builder. */
const tell = (answer: HelperAnswer) => void process.send?.(answer)

async function main() {
  const [job]: HelperJob[] = await once(process, 'message')
  if (!job) throw new Error('A helper is started by a builder, which tells it what to render.')
  const renderer = await openRenderer(job.renderer)
  const {releases, staticFiles, pages} = job
  const affected = pages.map((page) => ({page, because: []}))
  const {rendered, failed} = await renderPages(
    renderer,
    affected,
    {releases, staticFiles, keepsHere: true},
    (done) => tell({type: 'progress', done}),
  )
  tell({
    type: 'rendered',
    rendered: rendered.map((page) => ({...page, reads: renderer.writeReads(page.reads)})),
    failed: failed.map(({page, why, reads}) => ({
      page,
      reads: renderer.writeReads(reads),
      refusal: refusalOf(why, 'render'),
    })),
  })
}

process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined) // its builder ends it
await main()
