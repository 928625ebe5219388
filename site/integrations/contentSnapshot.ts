import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {AstroIntegration} from 'astro'

import type {SiteConfig} from '../siteConfig.ts'
import {setContent} from '../src/content/content.ts'
import {createContent} from '../src/content/createContent.ts'
import {bringUp} from '../src/content/snapshot/bringUp.ts'
import {contentClient, unreadable} from '../src/content/snapshot/contentClient.ts'
import {openSnapshot} from '../src/content/snapshot/openSnapshot.ts'

/** Fetches the content before anything is rendered; while developing, brings it up before each page that is asked for. */
export function contentSnapshot({source, now}: SiteConfig): AstroIntegration {
  let folder = ''
  return {
    name: 'content-snapshot',
    hooks: {
      'astro:build:start': async () => {
        folder = await mkdtemp(join(tmpdir(), 'site-snapshot-'))
        const snapshot = openSnapshot(join(folder, 'snapshot.db'))
        await load(snapshot)
        setContent(createContent(snapshot, () => now))
      },
      'astro:build:done': () => rm(folder, {recursive: true}),
      'astro:server:setup': ({server}) => {
        const snapshot = openSnapshot(':memory:')
        const content = createContent(snapshot, () => new Date().toISOString())
        setContent(content)
        server.middlewares.use((request, _response, next) => {
          if (!request.url?.endsWith('/')) return next()
          load(snapshot).then(
            (keys) => {
              content.tracker.advance([...keys, ...content.tracker.inputKeys()])
              next()
            },
            (error) => next(error),
          )
        })
      },
    },
  }

  async function load(snapshot: ReturnType<typeof openSnapshot>) {
    try {
      const keys = new Set<string>()
      await bringUp(snapshot, contentClient(source), {documents: [], scope: 'everything'}, keys)
      return keys
    } catch (cause) {
      throw unreadable(source, cause)
    }
  }
}
