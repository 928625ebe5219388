import {rename} from 'node:fs/promises'

import type {AstroIntegration} from 'astro'

/** Gives the lists of old addresses the names that hosts look for: Astro makes no page of a file that begins with an underscore. */
export function addressFiles(): AstroIntegration {
  return {
    name: 'address-files',
    hooks: {
      'astro:build:done': async ({dir}) => {
        await rename(new URL('redirects.txt', dir), new URL('_redirects', dir))
        await rename(new URL('gone.txt', dir), new URL('_gone', dir))
      },
    },
  }
}
