import {readFileSync} from 'node:fs'

import type {SitePage} from '@coworkmed/site/renderer'
import {withMiddleOf} from '@coworkmed/site/renderer/pageMiddle'

import {putFile} from '../releases/putFile.ts'
import {filePath} from '../releases/storePaths.ts'
import {checkPage} from './checkPage.ts'

/** A page that was rendered, on its way into the store. */
export interface MadePage {
  page: SitePage
  text: string
  /** The hash of its file before, whose middle it keeps. */
  middleOf: string | undefined
  /** The pictures it shows, as files of the release. */
  pictures: readonly string[]
}

/** Where pages are kept. */
export interface PageStore {
  /** The folder of releases. */
  releases: string
  /** Every other file of the site. */
  files: ReadonlySet<string>
}

/** Checks a page and keeps its bytes; gives their hash. Throws a `BuildFailure` that says where the fault lies. */
export function keepPage(
  {releases, files}: PageStore,
  {page, text, middleOf, pictures}: MadePage,
): string {
  checkPage(
    page,
    {text, isWhole: middleOf === undefined},
    (path) => files.has(path) || pictures.includes(path),
  )
  const bytes =
    middleOf === undefined
      ? Buffer.from(text)
      : withMiddleOf(text, readFileSync(filePath(releases, middleOf)))
  return putFile(releases, bytes)
}
