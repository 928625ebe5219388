import type {Renderer} from '@coworkmed/site/renderer'

import type {Ledger} from '../releases/ledger/openLedger.ts'
import type {Release} from '../releases/ledger/release.ts'
import {addressOf} from './addressOf.ts'
import type {FileChange} from './changesOf.ts'
import type {AddressChange, BuilderRequest, Built} from './protocol.ts'

type Documents = ReturnType<Renderer['documents']>

interface Description {
  ledger: Ledger
  /** The release before. */
  head: Release | undefined
  release: string
  pages: number
  /** The files whose bytes differ from those of the release before. */
  differing: readonly FileChange[]
  before: Documents
  after: Documents
  renderer: Renderer
  request: Extract<BuilderRequest, {type: 'build'}>
}

/** What the publisher is told of a build. */
export function describeBuild(description: Description): Omit<Built, 'steps'> {
  const {release, pages, before, after, renderer, request} = description
  const changed = changedDocuments(before, after)
  const named = request.documents === 'all' ? [] : request.documents.map(({id}) => id)
  const told = new Set([...changed.map(({id}) => id), ...named])
  return {
    type: 'built',
    release,
    pages,
    changes: addressChanges(description),
    documents: changed,
    documentPages: renderer.pages().flatMap(({id, locale, path}) =>
      id !== null && locale !== null && told.has(id)
        ? [
            {
              document: id,
              documentType: after.get(id)?.type ?? '',
              language: locale,
              address: path,
            },
          ]
        : [],
    ),
    nextChangeAt: renderer.nextChangeAt(),
  }
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
