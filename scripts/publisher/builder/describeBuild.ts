import type {Renderer, SitePage} from '@coworkmed/site/renderer'

import type {Ledger} from '../releases/ledger/openLedger.ts'
import type {Release} from '../releases/ledger/release.ts'
import {addressOf} from './addressOf.ts'
import type {FileChange} from './changesOf.ts'
import type {HeldDocument} from './heldDocuments.ts'
import {toldHeldBack} from './toldHeldBack.ts'
import type {KeptPage} from './keptPages.ts'
import type {AddressChange, BuilderRequest, Built, DocumentPage} from './protocol.ts'

type Documents = ReturnType<Renderer['documents']>

interface Description {
  ledger: Ledger
  /** The release before. */
  head: Release | undefined
  release: string
  pages: number
  nextChangeAt: string | null
  /** The files whose bytes differ from those of the release before. */
  differing: readonly FileChange[]
  /** All files of the release. */
  kept: ReadonlyMap<string, KeptPage>
  before: Documents
  after: Documents
  renderer: Renderer
  request: Extract<BuilderRequest, {type: 'build'}>
  heldBack: readonly HeldDocument[]
}

/** What the publisher is told of a build. */
export function describeBuild(description: Description): Omit<Built, 'steps'> {
  const {release, pages, before, after, request, nextChangeAt, heldBack, renderer} = description
  const changed = changedDocuments(before, after)
  const told = new Set([...changed, ...request.documents].map(({id}) => id))
  return {
    type: 'built',
    release,
    pages,
    changes: addressChanges(description),
    documents: changed,
    documentPages: documentPages(description, told),
    nextChangeAt,
    heldBack: heldBack.map(toldHeldBack),
    findings: [...told].flatMap((id) => renderer.findings(id)),
  }
}

function documentPages(
  {renderer, after, kept}: Description,
  told: ReadonlySet<string>,
): DocumentPage[] {
  const ofDocuments = pagesByDocument(renderer.pages())
  return [...told].flatMap((document) => {
    const documentType = after.get(document)?.type ?? ''
    return (ofDocuments.get(document) ?? []).flatMap(({locale, path, file}) => {
      const page = kept.get(file)
      if (locale === null || !page) return []
      const contentRevision = page.contentRevision ?? renderer.revisionOf(page)
      return [{document, documentType, language: locale, address: path, contentRevision}]
    })
  })
}

const grouped = new WeakMap<readonly SitePage[], Map<string | null, SitePage[]>>()

/** Made once for each list of pages: there may be thousands, and few of them are told of. */
function pagesByDocument(pages: readonly SitePage[]) {
  const known = grouped.get(pages) ?? Map.groupBy(pages, ({id}) => id)
  grouped.set(pages, known)
  return known
}

/** Since the release before; or, where the publisher was killed before it heard of that, since the one it knows. */
function addressChanges({ledger, head, differing, request}: Description): AddressChange[] {
  const known = request.since ? ledger.release(request.since) : undefined
  const now = ledger.head()
  if (known && head && now && known.sequence < head.sequence) {
    const files = new Map([...ledger.pagesAt(now.sequence)].map((page) => [page.path, page]))
    return ledger.differingPages(known.sequence, now.sequence).map(({path, change, because}) => {
      const {language = null, document = null} = files.get(path) ?? {}
      return {address: addressOf(path), change, language, document, because}
    })
  }
  return differing.map((file) => ({
    address: addressOf(file.path),
    change: file.hash === null ? 'removed' : file.wasThere ? 'changed' : 'added',
    language: file.language,
    document: file.document,
    because: [...file.because],
  }))
}

function changedDocuments(before: Documents, after: Documents): Built['documents'] {
  const gone = [...before].filter(([id]) => !after.has(id))
  const changed = [...after].filter(([id, {revision}]) => before.get(id)?.revision !== revision)
  return [
    ...gone.map(([id, {type}]) => ({id, type, revision: null, updatedAt: null})),
    ...changed.map(([id, {type, revision, updatedAt}]) => ({id, type, revision, updatedAt})),
  ]
}
