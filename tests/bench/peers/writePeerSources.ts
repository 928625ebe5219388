import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {benchLocales} from '../generatedSite/benchLocales.ts'
import {generatedDocuments} from '../generatedSite/generatedDocuments.ts'
import type {Peer, SectionPage} from './peer.ts'
import type {PeerPage} from './peerPage.ts'
import {peerPages} from './peerPage.ts'

const SECTIONS = ['meetings', 'partners', 'policies', 'typology'] as const

/** Writes the texts of a generated site as each peer wants them, one file a page, and their layouts. */
export function writePeerSources(peers: readonly {peer: Peer; directory: string}[], pages: number) {
  for (const {peer, directory} of peers) writeFiles(directory, peer.frame(sectionPages()))
  for (const document of generatedDocuments(pages)) {
    const inEveryLanguage = peerPages(document)
    for (const page of inEveryLanguage) {
      for (const {peer, directory} of peers) {
        writeFiles(directory, [peer.source(page, alternatesOf(inEveryLanguage))])
      }
    }
  }
}

const sectionPages = (): SectionPage[] =>
  benchLocales.flatMap(({id: locale, paths}) =>
    SECTIONS.map((section) => ({locale, section: paths[section], key: section})),
  )

const alternatesOf = (pages: readonly PeerPage[]) =>
  pages.map(({locale, section, slug}) => ({
    locale,
    name: benchLocales.find(({id}) => id === locale)?.name ?? locale,
    path: `/${locale}/${section}/${slug}/`,
  }))

function writeFiles(directory: string, files: readonly {path: string; text: string}[]) {
  for (const {path, text} of files) {
    const file = join(directory, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
}
