import {once} from 'node:events'

import type {SitePage} from '@coworkmed/site/renderer'
import {openRenderer} from '@coworkmed/site/renderer'

import {refusalOf} from './buildFailure.ts'
import {createFileRenderer, inWriting} from './renderFile.ts'
import type {HelperMessage, HelperSettings} from './startHelpers.ts'

/** A process that renders the pages it is sent, a batch at a time, with pages and snapshot of its own. */
const tell = (message: HelperMessage) => void process.send?.(message)

async function main() {
  const [settings]: HelperSettings[] = await once(process, 'message')
  if (!settings) throw new Error('A helper is started by a builder, which tells it where all is.')
  const renderer = await openRenderer({...settings, readOnly: true})
  const render = createFileRenderer({...settings, renderer})

  process.on('message', async (pages: readonly SitePage[]) => {
    try {
      const files = []
      for (const page of pages) files.push(inWriting(renderer, await render({page})))
      tell({files})
    } catch (error) {
      tell({refusal: refusalOf(error, 'render')})
    }
  })
  tell({files: []})
}

process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined) // its builder ends it
await main()
