import type {APIRoute} from 'astro'

import {content} from '#content/content.ts'
import {movedAddresses} from '#queries/movedAddresses.ts'

/** `_gone`: addresses whose pages were withdrawn, one a line. A server that reads it answers 410. */
export const GET: APIRoute = () =>
  new Response(
    movedAddresses(content)
      .gone.map(({path}) => `${path}\n`)
      .join(''),
  )
