import {readFileSync} from 'node:fs'

import type {PictureFile, Renderer} from '@coworkmed/site/renderer'

import {putFile} from '../releases/putFile.ts'
import {filePath} from '../releases/storePaths.ts'
import type {AffectedPage} from './affectedPages.ts'
import {checkPage} from './checkPage.ts'
import type {KeptPage} from './keptPages.ts'

/** A page that was rendered: its bytes lie in the store. */
export interface RenderedFile {
  path: string
  hash: string
  /** For the process that rendered it, what it read; for others the same in writing. */
  reads: KeptPage['reads']
  checkedIn: number
  contentRevision: string | undefined
  /** The pictures it shows, as files of the release. */
  pictures: readonly string[]
  /** Those that may have to be made. */
  pictureFiles: readonly PictureFile[]
}

interface Workplace {
  renderer: Renderer
  /** The folder of releases. */
  releases: string
  /** Files that no page makes: styles, fonts, signs. */
  staticFiles: ReadonlySet<string>
}

/** Gives the function that renders a page, checks it and keeps its bytes. It rejects with where the fault lies. */
export function createFileRenderer({renderer, releases, staticFiles}: Workplace) {
  const files = new Set(renderer.pages().map(({file}) => file))
  return async ({page, frameOf}: Pick<AffectedPage, 'page' | 'frameOf'>): Promise<RenderedFile> => {
    const before = beforeOf(frameOf)
    const {text, bytes, pictureFiles, ...rendered} = await renderer.render(page, before)
    const pictures = [
      ...new Set([...(frameOf?.pictures ?? []), ...pictureFiles.map(({path}) => path.slice(1))]),
    ]
    checkPage(
      page,
      {text, isWhole: !before},
      (path) => files.has(path) || staticFiles.has(path) || pictures.includes(path),
    )
    const hash = putFile(releases, bytes)
    const checkedIn = renderer.snapshotNumber()
    return {...rendered, path: page.file, hash, checkedIn, pictures, pictureFiles}
  }

  function beforeOf(kept: KeptPage | undefined) {
    if (!kept || typeof kept.reads === 'string') return undefined
    return {bytes: readFileSync(filePath(releases, kept.hash)), reads: kept.reads}
  }
}

/** The same, fit to be sent to another process. */
export const inWriting = (renderer: Renderer, file: RenderedFile): RenderedFile => ({
  ...file,
  reads: renderer.writeReads(file.reads),
  checkedIn: 0,
})
