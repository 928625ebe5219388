import {readdir, readFile, writeFile} from 'node:fs/promises'

import type {AstroIntegration} from 'astro'

import {relativeAddress} from '../src/i18n/relativeAddresses.ts'

/** Stylesheets name the fonts beside them by the way there, as pages do: the site may lie in any folder. */
export function relativeStyles(): AstroIntegration {
  return {
    name: 'relative-styles',
    hooks: {
      'astro:build:done': async ({dir}) => {
        const folder = new URL('assets/', dir)
        for (const name of await readdir(folder)) {
          if (!name.endsWith('.css')) continue
          const file = new URL(name, folder)
          const css = await readFile(file, 'utf8')
          const moved = css.replace(ADDRESS, (_, address: string) => {
            return `url(${relativeAddress(address, '/assets/')})`
          })
          await writeFile(file, moved)
        }
      },
    },
  }
}

const ADDRESS = /url\((\/[^)"']+)\)/g
