import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Finding} from '@coworkmed/schemas/parse/finding'
import type {Locale} from '@coworkmed/schemas/locales'

import {bundlePages, codeDigest} from '../../../scripts/publisher/builder/bundlePages.ts'
import {checkPage} from '../../../scripts/publisher/builder/checkPage.ts'
import {parseDocument} from '../../../site/src/content/parseDocument.ts'
import type {SitePage} from '../../../site/renderer/openRenderer.ts'
import {openRenderer} from '../../../site/renderer/openRenderer.ts'
import type {Stored} from '../../unit/schemas/anyDocument.ts'
import {faultsOf} from './anyContentHtml.ts'
import {NOW, SITE_URL} from './buildSite.ts'

/** A page as it was made. */
export interface MadePage {
  page: SitePage
  text: string
  /** The ids of the documents it was made from. */
  documents: ReadonlySet<string>
}

/** A site over these documents, rendered page by page, in which some can be put in the place of others for a while. */
export async function anyContentSite(documents: readonly Stored[]) {
  const directory = await mkdtemp(join(tmpdir(), 'any-content-'))
  const bundle = await bundlePages(await codeDigest(SITE_URL), {...process.env, SITE_URL})
  const cacheDirectory = join(directory, 'cache')
  const renderer = await openRenderer({bundle, cacheDirectory, snapshotFile: ':memory:', now: NOW})
  renderer.take(documents)
  const plain = new Set(await readdir(join(bundle, 'client'), {recursive: true}))
  const originals = new Map(documents.map((document) => [document._id, document]))
  const readers = await pagesByDocument()

  async function made(page: SitePage): Promise<MadePage> {
    const outcome = await renderer.render(page)
    if ('failure' in outcome) throw outcome.failure
    return {page, text: outcome.text, documents: renderer.documentsRead(outcome.reads)}
  }

  /** Which pages are made from a document, in whatever language. */
  async function pagesByDocument() {
    const known = new Map<string, Set<string>>()
    for (const page of renderer.pages().filter(({locale}) => locale === 'fr')) {
      for (const id of (await made(page)).documents)
        known.set(id, (known.get(id) ?? new Set()).add(nameOf(page)))
    }
    return known
  }

  /** The pages of the lists, of the documents and of some that name them. */
  function concerned(odd: readonly Stored[], locale: Locale) {
    const ids = odd.map(({_id}) => _id)
    const naming = new Set(ids.flatMap((id) => [...(readers.get(id) ?? [])].slice(0, MOST_NAMING)))
    return renderer.pages().filter((page) => {
      if (page.locale !== locale) return page.locale === null
      return page.id === null || ids.includes(page.id) || naming.has(nameOf(page))
    })
  }

  return {
    /** What is wrong with pages while these documents are there; all pages, or those concerned in one language. */
    async problems(
      odd: readonly Stored[],
      locale: Locale | 'all',
      more: (site: {pages: readonly MadePage[]; findings: (id: string) => Finding[]}) => string[],
    ): Promise<string[]> {
      const gone = odd.filter((document) => !parseDocument(document)).map(({_id}) => _id)
      renderer.take(odd)
      for (const id of gone) renderer.setGood(id, null)
      renderer.hold(gone)
      try {
        const pages = locale === 'all' ? renderer.pages() : concerned(odd, locale)
        const files = new Set([...plain, ...renderer.pages().map(({file}) => file)])
        const words = FORBIDDEN.filter((word) => !JSON.stringify(odd).includes(word))
        const found: string[] = []
        const rendered: MadePage[] = []
        for (const [index, page] of pages.entries()) {
          try {
            const one = await made(page)
            rendered.push(one)
            found.push(...wordsOn(one, words), ...addressesOn(one, files))
            if (locale !== 'all' || index % 7 === 0) found.push(...(await faultsOf(one)))
          } catch (error) {
            found.push(`${page.path}: ${error instanceof Error ? error.message : String(error)}`)
          }
        }
        return [...found, ...more({pages: rendered, findings: renderer.findings})]
      } finally {
        renderer.take(odd.flatMap(({_id}) => originals.get(_id) ?? []))
      }
    },
    async close(): Promise<void> {
      renderer.close()
      await rm(directory, {recursive: true})
    },
  }
}

const nameOf = ({view, id}: SitePage) => `${view} ${id}`

/** Of the pages that name a document, as sources are named by many. */
const MOST_NAMING = 3

/** What programs write where they have nothing to say. */
const FORBIDDEN = ['undefined', '[object', 'NaN', 'Invalid Date', 'Infinity']

const wordsOn = ({page, text}: MadePage, words: readonly string[]) =>
  words.filter((word) => text.includes(word)).map((word) => `${page.path}: it says ${word}`)

/** What the publisher's gate says. Pictures are made later. */
function addressesOn({page, text}: MadePage, files: ReadonlySet<string>): string[] {
  try {
    checkPage(
      page,
      {text, isWhole: true},
      (path) => path.startsWith('pictures/') || files.has(path),
    )
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
