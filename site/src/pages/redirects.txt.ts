import type {APIRoute} from 'astro'

import {content} from '#content/content.ts'
import {movedAddresses} from '#queries/movedAddresses.ts'

/** `_redirects`: where pages have moved to, as several hosts of static sites read it; ours reads it too. */
export const GET: APIRoute = () =>
  new Response(
    movedAddresses(content)
      .moved.map(({path, to}) => `${path} ${to} 301\n`)
      .join(''),
  )
