import type {DocumentStore, StoredDocument} from './documentStore.ts'
import type {DocumentType} from './documents.ts'
import {isDocumentType} from './documents.ts'
import {isOnSite, isWithdrawn} from './isOnSite.ts'
import {shortDigest} from './shortDigest.ts'
import type {Cause} from './tracker.ts'

/** The names of what can be read of a snapshot; ids and types have no spaces. */
export const inputKeys = {
  /** One part of a document, as `documentParts` names it; the empty name is whether it is there. */
  part: (id: string, part: string) => `part ${id} ${part}`,
  type: (type: DocumentType, _id = '') => `type ${type}`,
  withdrawn: (type: DocumentType, _id = '') => `withdrawn ${type}`,
  referring: (type: DocumentType, id: string) => `referring ${type} ${id}`,
  /** Which document stands at an address that several may claim. */
  address: (claim: string) => `address ${claim}`,
  clock: (moment: string) => `clock ${moment}`,
}

/** What an input is at a moment, as a digest: it differs when what a reader would get differs. */
export function inputDigest(store: DocumentStore, now: string, key: string): string {
  const [kind, first = '', second = ''] = key.split(' ')
  if (kind === 'clock') return first <= now ? 'past' : 'future'
  if (kind === 'address') return ownerOf(store, now, key.slice(kind.length + 1)) ?? ''
  if (kind === 'part') return partDigest(store, now, first, second)
  return isDocumentType(first)
    ? shortDigest(idsIn(store, now, {kind, type: first, id: second}).join(' '))
    : ''
}

/** The ids behind an input that is a list. */
export function idsIn(
  store: DocumentStore,
  now: string,
  {kind, type, id}: {kind: string | undefined; type: DocumentType; id: string},
): string[] {
  const all = kind === 'referring' ? store.idsReferring(type, id) : store.idsOf(type)
  const belongs = kind === 'withdrawn' ? isWithdrawn : isOnSite
  return all.filter((each) => {
    const stored = store.document(each)
    return stored !== undefined && belongs(stored, now)
  })
}

/** The document that stands at an address: of those on the site that claim it, the one that was made first. */
export const ownerOf = (store: DocumentStore, now: string, claim: string): string | undefined =>
  store.claimants(claim).find((id) => {
    const stored = store.document(id)
    return stored !== undefined && isOnSite(stored, now)
  })

/** What to say of a change of this input. */
export function inputCause(store: DocumentStore, now: string, key: string): Cause {
  const [kind, first = '', second = ''] = key.split(' ')
  if (kind === 'clock') return {document: 'clock', field: null, language: null}
  if (kind === 'address') {
    const document = ownerOf(store, now, key.slice(kind.length + 1)) ?? ''
    return {document, field: 'slug', language: second}
  }
  if (kind !== 'part') return {document: second || first, field: null, language: null}
  const [field, language] = second.split('.')
  return {
    document: first,
    field: field?.startsWith('*') ? null : field || null,
    language: language ?? null,
  }
}

/** Every input that reads a document in this state. */
export function* keysOf(document: StoredDocument | undefined): Generator<string> {
  if (!document) return
  const {id, type, digests, references, derived} = document
  yield inputKeys.type(type)
  yield inputKeys.withdrawn(type)
  for (const part of Object.keys(digests)) yield inputKeys.part(id, part)
  for (const target of references) yield inputKeys.referring(type, target)
  for (const claim of derived.claims) yield inputKeys.address(claim)
}

function partDigest(store: DocumentStore, now: string, id: string, part: string) {
  const stored = store.document(id)
  const isThere = stored && (isOnSite(stored, now) || isWithdrawn(stored, now))
  const digest = isThere ? stored.digests[part] : undefined
  // Of a withdrawn document pages read the addresses alone; whether it is on the site is part of its being there.
  return part === '' && isThere
    ? `${digest}${isOnSite(stored, now) ? '' : '-withdrawn'}`
    : (digest ?? '')
}
