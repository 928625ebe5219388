import {hash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'

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

/**
 * Checks a page and keeps its bytes; gives their hash, or `undefined` when the file whose middle it keeps is damaged.
 * Throws a `BuildFailure` that says where the fault lies.
 */
export function keepPage(store: PageStore, made: MadePage): string | undefined {
  const {page, text, middleOf, pictures} = made
  checkPage(
    page,
    {text, isWhole: middleOf === undefined},
    (path) => store.files.has(path) || pictures.includes(path),
  )
  if (middleOf === undefined) return putFile(store.releases, Buffer.from(text))
  const before = intactFile(store.releases, middleOf)
  return before && putFile(store.releases, withMiddleOf(text, before))
}

function intactFile(releases: string, id: string): Buffer | undefined {
  const file = filePath(releases, id)
  const bytes = existsSync(file) ? readFileSync(file) : undefined
  return bytes && hash('sha256', bytes) === id ? bytes : undefined
}
