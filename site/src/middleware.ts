import {defineMiddleware} from 'astro:middleware'

import {content, recordReads} from '#content/content.ts'
import {contentRevision} from '#content/contentRevision.ts'
import {readsWithKept} from '#content/keptMiddle.ts'
import {relativeAddresses} from '#i18n/relativeAddresses.ts'
import {pageAt} from '#queries/sitePages.ts'

/**
 * Every page passes here: what it reads is noted, it is marked with the digest of that, and it names other pages by the
 * way there, so that the site may be opened from any folder of any server.
 */
export const onRequest = defineMiddleware(async ({url, locals}, next) => {
  const recording = recordReads()
  try {
    const page = pageAt(content, url.pathname)
    if (page) locals.page = page
    const response = await next()
    const text = await response.text()
    const read = recording.stop()
    locals.reads = locals.kept ? readsWithKept(read, locals.kept) : read
    const isPage = response.headers.get('content-type')?.startsWith('text/html')
    if (isPage) locals.contentRevision = contentRevision(locals.reads)
    const file = isPage ? finished(text, locals) : text
    if (!locals.takeFile) return new Response(file, response)
    locals.takeFile(file)
    return new Response(null, response)
  } catch (error) {
    locals.error = error
    locals.reads = recording.stop()
    throw error
  } finally {
    recording.stop()
  }
})

/** Servers show error pages at whatever address was asked for: there, only whole addresses lead home. */
function finished(html: string, {page, contentRevision: revision}: PageLocals) {
  const mark = `<meta name="content-revision" content="${revision}"></head>`
  const marked = html.replace('</head>', mark)
  return page && page.view !== 'notFound' ? relativeAddresses(marked, page.path) : marked
}
