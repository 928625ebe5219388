import type {AstroIntegration} from 'astro'

import type {SiteConfig} from '../siteConfig.ts'
import {setContent} from '../src/content/content.ts'
import {createContent} from '../src/content/createContent.ts'
import {fetchSnapshot} from '../src/content/fetchSnapshot.ts'

/** Fetches the content before anything is rendered; while developing, anew for each page that is asked for. */
export function contentSnapshot({source, now}: SiteConfig): AstroIntegration {
  const load = async () => setContent(createContent(await fetchSnapshot(source), now))
  return {
    name: 'content-snapshot',
    hooks: {
      'astro:build:start': load,
      'astro:server:setup': ({server}) => {
        server.middlewares.use((request, _response, next) => {
          if (!request.url?.endsWith('/')) return next()
          load().then(() => next(), next)
        })
      },
    },
  }
}
