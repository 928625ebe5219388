import type {BaseApp} from 'astro/app'

import {ContentError} from '../src/content/contentError.ts'
import {isSystemError} from '../src/content/isSystemError.ts'
import type {KeptMiddle} from '../src/content/keptMiddle.ts'
import type {PageLocals} from '../src/content/pageLocals.ts'
import type {Read} from '../src/content/tracker.ts'
import type {PictureFile} from '../src/pictures/pictureFile.ts'
import {takePictureFiles} from '../src/pictures/requestedFiles.ts'
import type {SitePage} from '../src/queries/sitePages.ts'

/** One file of the site, and what it depends on. */
export interface RenderedPage {
  /** The page as it was made: of one that keeps its middle, the rest. */
  text: string
  reads: readonly Read[]
  /** See `contentRevision`; only pages have one. */
  contentRevision: string | undefined
  pictureFiles: PictureFile[]
}

/** A page that could not be rendered: why, and what it had read by then. */
export interface FailedPage {
  failure: ContentError
  reads: readonly Read[]
}

/**
 * Renders a page as `astro build` does; of one that keeps its middle, what stands around it: see `withMiddleOf`. Where it
 * fails, the error names its document and language.
 */
export async function renderPage(
  app: BaseApp,
  page: SitePage,
  kept?: KeptMiddle,
): Promise<RenderedPage | FailedPage> {
  let text = ''
  const locals: PageLocals = {
    page,
    ...(kept ? {kept} : {}),
    takeFile: (file) => (text = file),
  }
  takePictureFiles()
  try {
    const request = new Request(new URL(page.path, ORIGIN))
    const routeData = app.match(request)
    const response = await app.render(request, {locals, ...(routeData ? {routeData} : {})})
    if (locals.error) throw locals.error
    if (!locals.reads) throw new Error(`It was answered with ${response.status}, by no page.`)
    const {reads, contentRevision} = locals
    return {text, reads, contentRevision, pictureFiles: takePictureFiles()}
  } catch (cause) {
    takePictureFiles()
    if (isSystemError(cause)) throw cause
    return {failure: explained(cause, page), reads: locals.reads ?? []}
  } finally {
    text = '' // Astro's state of the request outlives it until all garbage is collected; the text need not
  }
}

/** Pages ask for the site's own address; what stands here is never seen. */
const ORIGIN = 'http://localhost'

function explained(cause: unknown, page: SitePage): ContentError {
  if (cause instanceof ContentError) return cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  const {id, locale} = page
  return new ContentError(
    `The page ${page.path} could not be made: ${reason}`,
    {document: id ?? '', ...(locale ? {language: locale} : {})},
    {cause},
  )
}
