import type {PictureFile, Renderer} from '@coworkmed/site/renderer'

import type {AffectedPage} from './affectedPages.ts'
import {affectedPages} from './affectedPages.ts'
import type {KeptPage} from './keptPages.ts'
import {createPictureMaker} from './makePictures.ts'
import type {FailedPage, RenderedFile} from './renderPages.ts'
import {renderTogether} from './renderTogether.ts'
import type {HelperRenderer} from './startRenderHelper.ts'

interface AttemptsOptions {
  renderer: Renderer
  releases: string
  /** The files that come with the code. */
  staticFiles: ReadonlySet<string>
  /** The files of the last release. */
  kept: ReadonlyMap<string, KeptPage>
  onProgress: (done: number, of: number) => void
  /** Where a second process finds all that it takes to render; none for a snapshot in memory. */
  helper?: HelperRenderer
  /** Makes a picture; gives the file that holds it. */
  makePicture?: Renderer['makePicture']
}

/**
 * Makes what a release needs of the content that is shown, as often as documents are tried in one version or another: what
 * an attempt made stays right for the next one until something it read changes, and so does what failed.
 */
export function createAttempts(options: AttemptsOptions) {
  const {renderer, releases, staticFiles, kept, helper} = options
  let progress: [done: number, of: number] = [0, 0]
  const tellProgress = () => options.onProgress(...progress)
  const rendered = new Map<string, RenderedFile>()
  const failed = new Map<string, FailedPage>()
  const wanted = new Map<string, AffectedPage>()
  const {makePicture = renderer.makePicture} = options
  const pictures = createPictureMaker({makePicture: makeAndTell}, releases)

  /** Each picture is a sign of life: all of them may have to be made anew, which takes minutes. */
  async function makeAndTell(picture: PictureFile) {
    const file = await makePicture(picture)
    tellProgress()
    return file
  }

  const tried = (file: string) => rendered.get(file) ?? failed.get(file)

  async function render(affected: readonly AffectedPage[]) {
    for (const each of affected) {
      const {file} = each.page
      if (!wanted.has(file)) wanted.set(file, each)
      rendered.delete(file)
      failed.delete(file)
    }
    const outcome = await renderTogether(
      renderer,
      affected,
      {releases, staticFiles, helper},
      (done) => {
        progress = [done, affected.length]
        tellProgress()
      },
    )
    const withoutPicture = await pictures.make(outcome.rendered, (path) => kept.has(path))
    for (const page of outcome.rendered) {
      const why = withoutPicture.get(page)
      const affectedPage = wanted.get(page.path)?.page
      if (why && affectedPage) failed.set(page.path, {...page, page: affectedPage, why})
      else rendered.set(page.path, page)
    }
    for (const page of outcome.failed) failed.set(page.path, page)
  }

  /** What was tried for pages that the site does not have any more says nothing. */
  function forgetGonePages() {
    const files = new Set(renderer.pages().map(({file}) => file))
    for (const known of [rendered, failed, wanted])
      for (const file of known.keys()) if (!files.has(file)) known.delete(file)
  }

  return {
    /** The pages that are to be made for what is shown now. */
    affected: (isSameCode: boolean) => affectedPages(renderer, {kept, tried, isSameCode}),
    /** Makes them; gives all that fail. Rejects when the machine fails. */
    async attempt(affected: readonly AffectedPage[]): Promise<FailedPage[]> {
      await render(affected)
      forgetGonePages()
      return [...failed.values()]
    },
    /** All that was made and belongs to the site as it is shown. */
    outcome: () => ({
      affected: [...wanted.values()],
      rendered: [...rendered.values()],
      pictures: new Map(
        [...pictures.made()].filter(([path]) =>
          rendered.values().some((page) => page.pictures.includes(path)),
        ),
      ),
    }),
  }
}

export type Attempts = ReturnType<typeof createAttempts>
