import {readFile} from 'node:fs/promises'

import type {PictureFile, Renderer} from '@coworkmed/site/renderer'
import {ContentError} from '@coworkmed/site/renderer'

import {putFile} from '../releases/putFile.ts'
import {BuildFailure} from './buildFailure.ts'
import type {RenderedFile} from './renderPages.ts'

/** Makes the pictures that releases lack, each once, and puts them into the store of releases. */
export function createPictureMaker(renderer: Pick<Renderer, 'makePicture'>, releases: string) {
  const made = new Map<string, string>()

  return {
    /** The pictures that were made since the last release: path → hash. */
    made: (): ReadonlyMap<string, string> => made,
    /**
     * Makes those that pages show and `has` does not know; gives the pages that show one which cannot be made, with why.
     * Rejects when the machine or the network fails.
     */
    async make(
      rendered: readonly RenderedFile[],
      has: (path: string) => boolean,
    ): Promise<Map<RenderedFile, BuildFailure>> {
      const failed = new Map<string, BuildFailure>()
      for (const picture of rendered.flatMap(({pictureFiles}) => pictureFiles)) {
        const path = picture.path.slice(1)
        if (made.has(path) || failed.has(path) || has(path)) continue
        const outcome = await makePicture(picture)
        if (outcome instanceof BuildFailure) failed.set(path, outcome)
        else made.set(path, outcome)
      }
      return new Map(
        rendered.flatMap((page) => {
          const why = page.pictures.flatMap((path) => failed.get(path) ?? [])[0]
          return why ? [[page, why]] : []
        }),
      )
    },
    /** A release has them. */
    clear: () => made.clear(),
  }

  async function makePicture(picture: PictureFile): Promise<string | BuildFailure> {
    try {
      return putFile(releases, await readFile(await renderer.makePicture(picture)))
    } catch (error) {
      if (error instanceof ContentError) return BuildFailure.from(error, 'pictures')
      throw error
    }
  }
}
