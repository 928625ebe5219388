import type {Finding} from '@coworkmed/schemas/parse/finding'

import {setContent} from '../src/content/content.ts'
import {createContent} from '../src/content/createContent.ts'
import type {NamedDocument, WantedContent} from '../src/content/snapshot/bringUp.ts'
import {bringUp} from '../src/content/snapshot/bringUp.ts'
import type {ContentSource} from '../src/content/snapshot/contentClient.ts'
import {contentClient, unreadable} from '../src/content/snapshot/contentClient.ts'
import {openSnapshot} from '../src/content/snapshot/openSnapshot.ts'
import {contentFindings} from '../src/content/contentFindings.ts'
import type {ParsedDocument} from '../src/content/parseDocument.ts'
import {parseDocument} from '../src/content/parseDocument.ts'
import type {Cause} from '../src/content/tracker.ts'
import type {PictureFile} from '../src/pictures/pictureFile.ts'
import {writePictureFile} from '../src/pictures/writePictureFile.ts'
import type {SitePage} from '../src/queries/sitePages.ts'
import {loadBundle} from './loadBundle.ts'
import {movedByClock, nextChange} from './clock.ts'
import type {KeptReads, Stale} from './freshness.ts'
import {createVersionSwitch} from './createVersionSwitch.ts'
import {documentsIn} from './documentsIn.ts'
import {documentsRead} from './documentsRead.ts'
import {createFreshness} from './freshness.ts'
import {renderPage} from './renderPage.ts'
import {trimPictureCache} from './trimPictureCache.ts'

export {pictureMaker} from '../src/pictures/pictureMaker.ts'
export {ContentError} from '../src/content/contentError.ts'
export type {
  Cause,
  ContentSource,
  Finding,
  KeptReads,
  NamedDocument,
  ParsedDocument,
  PictureFile,
  SitePage,
  Stale,
}

interface RendererOptions {
  /** The folder the pages were bundled into. */
  bundle: string
  /** The snapshot's file, or `:memory:`; of one renderer alone. */
  snapshotFile: string
  /** Where pictures that were fetched and resized are kept. */
  cacheDirectory: string
  /** The moment the pages are made for, ISO 8601. */
  now: string
  /** Where the originals of pictures are; hosted Sanity by default. */
  source?: Pick<ContentSource, 'apiHost'>
  /** Names the code that takes documents apart: a snapshot of other code is fetched anew. */
  make?: string
}

/**
 * The site's pages, kept loaded over a snapshot of the content: paths in, bytes and what they depend on out.
 * One in a process or thread, and one page at a time.
 */
export async function openRenderer(options: RendererOptions) {
  const {bundle, snapshotFile, cacheDirectory, now, make} = options
  let moment = now
  let mayBeTooLarge = true
  const snapshot = openSnapshot(snapshotFile, make)
  const content = createContent(snapshot, () => moment)
  setContent(content)
  const {app, sitePages} = await loadBundle(bundle)
  const {tracker} = content

  return {
    /**
     * Brings the snapshot up to the content as it is, and to a later moment. What is rendered after it reads this one.
     * Rejects in plain words when the content cannot be read.
     */
    async advance(source: ContentSource, wanted: WantedContent, at: string): Promise<void> {
      const keys = new Set<string>()
      try {
        await bringUp(snapshot, contentClient(source), wanted, keys)
      } catch (cause) {
        throw unreadable(source, cause)
      } finally {
        for (const key of movedByClock(snapshot, tracker, moment, at)) keys.add(key)
        moment = at
        tracker.advance(keys)
      }
    },
    /** Puts documents into the snapshot that come from elsewhere than a content backend. */
    take(documents: readonly unknown[]): void {
      tracker.advance(snapshot.write(documents.flatMap((each) => parseDocument(each) ?? [])))
    },
    /** Every address of the site. */
    pages: (): readonly SitePage[] => sitePages(content),
    /**
     * Renders one page. One that is stale in its frame alone, and read this before, is rendered without its middle: see
     * `withMiddleOf`. One that cannot be made tells why, and what it read.
     */
    async render(page: SitePage, before?: Uint32Array) {
      const kept = before && {reads: tracker.readsAt(before)}
      const {reads, ...rendered} = await renderPage(app, page, kept)
      return {...rendered, reads: tracker.numbersOf(reads)}
    },
    /** The documents of which a page read something, by the numbers of its reads. */
    documentsRead: (reads: Uint32Array) => documentsRead(tracker, reads),
    /** Makes a picture that a page asked for; gives the file that holds it. */
    makePicture(picture: PictureFile) {
      mayBeTooLarge = true
      const apiHost = options.source?.apiHost ?? ''
      return writePictureFile(picture, {cacheDir: cacheDirectory, apiHost})
    },
    /** Keeps the cache of pictures within its bound; for when nobody waits. */
    async trimPictures(): Promise<void> {
      if (!mayBeTooLarge) return
      mayBeTooLarge = false
      await trimPictureCache(cacheDirectory)
    },
    ...createFreshness(content),
    ...createVersionSwitch(snapshot, tracker),
    /** What is left out of a document: see `contentFindings`. */
    findings: (id: string) => contentFindings(snapshot, moment, id),
    /** The documents of the snapshot, by id. */
    documents: () => documentsIn(snapshot),
    /** When a page changes without anybody's doing, ISO 8601; `null` when none waits for the clock. */
    nextChangeAt: () => nextChange(snapshot, tracker, moment),
    close: () => snapshot.close(),
  }
}

export type Renderer = Awaited<ReturnType<typeof openRenderer>>
