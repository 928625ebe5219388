import {rename, rmdir} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

import type {AstroIntegration} from 'astro'

import {localeIds} from '@coworkmed/schemas/locales'

/** Puts each language's "not found" page where web servers look for it: `/fr/404.html`. */
export function errorPages(): AstroIntegration {
  return {
    name: 'error-pages',
    hooks: {
      'astro:build:done': async ({dir}) => {
        for (const locale of localeIds) {
          const folder = fileURLToPath(new URL(`${locale}/404/`, dir))
          await rename(`${folder}index.html`, fileURLToPath(new URL(`${locale}/404.html`, dir)))
          await rmdir(folder)
        }
      },
    },
  }
}
