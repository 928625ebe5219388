import {readFile} from 'node:fs/promises'

import type {PictureFile, Renderer} from '@coworkmed/site/renderer'

import {putFile} from '../releases/putFile.ts'
import {BuildFailure} from './buildFailure.ts'
import type {KeptPage} from './keptPages.ts'
import type {RenderedFile} from './renderPages.ts'

/** The pictures that pages ask for and the release before has not. */
export const missingPictures = (
  rendered: readonly RenderedFile[],
  kept: ReadonlyMap<string, KeptPage>,
): PictureFile[] =>
  rendered.flatMap(({pictureFiles}) => pictureFiles).filter(({path}) => !kept.has(path.slice(1)))

/** Makes the pictures a release has not yet, and puts them into the store: path → hash. */
export async function makePictures(
  renderer: Renderer,
  pictures: readonly PictureFile[],
  releases: string,
): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const picture of pictures) {
    const path = picture.path.slice(1)
    if (made.has(path)) continue
    try {
      made.set(path, putFile(releases, await readFile(await renderer.makePicture(picture))))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const message = `The picture ${picture.assetId} could not be made: ${reason}`
      throw new BuildFailure(message, {document: picture.assetId}, {cause})
    }
  }
  return made
}
