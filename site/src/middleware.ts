import {defineMiddleware} from 'astro:middleware'

import {relativeAddresses} from '#i18n/relativeAddresses.ts'

/** Pages name each other by the way from one to the other: the site may be opened from any folder of any server. */
export const onRequest = defineMiddleware(async ({url}, next) => {
  const response = await next()
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  // Servers show error pages at whatever address was asked for: there, only whole addresses lead home.
  if (!isPage || /\/404(\.html|\/)?$/.test(url.pathname)) return response
  return new Response(relativeAddresses(await response.text(), url.pathname), response)
})
