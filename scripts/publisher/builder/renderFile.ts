import type {PictureFile, Renderer, SitePage} from '@coworkmed/site/renderer'

import {putFile} from '../releases/putFile.ts'
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
  pictures: PictureFile[]
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
  return async (page: SitePage): Promise<RenderedFile> => {
    const {text, reads, contentRevision, pictures} = await renderer.render(page)
    const own = new Set(pictures.map(({path}) => path.slice(1)))
    checkPage(page, text, (path) => files.has(path) || staticFiles.has(path) || own.has(path))
    const hash = putFile(releases, Buffer.from(text))
    const checkedIn = renderer.snapshotNumber()
    return {path: page.file, hash, reads, checkedIn, contentRevision, pictures}
  }
}

/** The same, fit to be sent to another process. */
export const inWriting = (renderer: Renderer, file: RenderedFile): RenderedFile => ({
  ...file,
  reads: renderer.writeReads(file.reads),
  checkedIn: 0,
})
