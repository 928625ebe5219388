import type {PeerPage} from './peerPage.ts'

/** A page in another language. */
interface Alternate {
  locale: string
  name: string
  path: string
}

/** The list of one section in one language. */
export interface SectionPage {
  locale: string
  /** Its word in addresses. */
  section: string
  /** The same in every language. */
  key: string
}

/** A file of a site's source, its path relative to the source's folder. */
export interface SourceFile {
  path: string
  text: string
}

/** Another site generator: how it wants its source, and how it is run. */
export interface Peer {
  name: string
  /** Settings, layouts, home pages and lists: everything but the documents' own pages. */
  frame: (sections: readonly SectionPage[]) => SourceFile[]
  /** The file of one page. */
  source: (page: PeerPage, alternates: readonly Alternate[]) => SourceFile
  /** The command that builds `directory` into `output`; `undefined` where the program is not installed. */
  command: (directory: string, output: string) => readonly string[] | undefined
}
