import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {createClient} from '@sanity/client'

import type {
  AddressChange,
  BuilderMessage,
  BuilderRequest,
  Built,
  Cause,
} from '../../../scripts/publisher/builder/protocol.ts'
import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'

/**
 * A builder of tiny sites, as a process of its own that speaks the protocol. A note has a page in each of its languages;
 * `index.html` lists the ids. What a note says may go wrong does: `refuse`, `crash`, `crashOnce`, `slowMs`, `recycle`, `lingerMs`.
 */
interface Note {
  _id: string
  _type: string
  _rev: string
  _updatedAt: string
  text?: string
  languages?: string[]
  refuse?: boolean
  crash?: boolean
  crashOnce?: boolean
  slowMs?: number
  recycle?: boolean
  /** How long it takes to leave once it hears nothing any more. */
  lingerMs?: number
  /** When its page begins to say something else. */
  turnsAt?: string
}

const data = process.env['DATA_DIR'] ?? ''
const root = join(data, 'releases')
const store = openReleaseStore(root)
const ledger = openLedger(ledgerPath(root))
const client = createClient({
  projectId: 'local',
  dataset: process.env['SANITY_DATASET'] ?? 'production',
  apiHost: process.env['SANITY_API_HOST'] ?? '',
  apiVersion: '2025-02-19',
  useProjectHostname: false,
  useCdn: false,
  perspective: 'published',
  maxRetries: 0,
})
let snapshot: ReadonlyMap<string, Note> | undefined

const send = (message: BuilderMessage) => process.send?.(message)

async function build(request: Extract<BuilderRequest, {type: 'build'}>) {
  send({type: 'step', step: 'snapshot'})
  const notes = await bringUp(request)
  send({type: 'step', step: 'render', done: 0, of: notes.size})
  for (const note of notes.values()) await suffer(note)
  const refused = [...notes.values()].find(({refuse}) => refuse)
  if (refused) return tellRefused(refused)
  snapshot = notes
  send(write(notes, request))
  if ([...notes.values()].some(({recycle}) => recycle)) process.exit(0)
  const {lingerMs} = [...notes.values()].find((note) => note.lingerMs !== undefined) ?? {}
  if (lingerMs !== undefined) linger(lingerMs)
  return undefined
}

function linger(milliseconds: number) {
  process.removeAllListeners('disconnect')
  setImmediate(() => process.disconnect())
  setTimeout(() => process.exit(0), milliseconds)
}

async function bringUp({documents, scope}: Extract<BuilderRequest, {type: 'build'}>) {
  if (scope === 'everything' || !snapshot) {
    const all = await client.fetch<Note[]>('*[_type == "note"]')
    return new Map(all.map((note) => [note._id, note]))
  }
  const ids = documents.map(({id}) => id)
  const found = await client.fetch<Note[]>('*[_id in $ids && _type == "note"]', {ids})
  const rest = [...snapshot].filter(([id]) => !ids.includes(id))
  return new Map([...rest, ...found.map((note) => [note._id, note] as const)])
}

async function suffer({crash, crashOnce, slowMs}: Note) {
  const mark = join(data, 'crashed')
  if (crash || (crashOnce && !existsSync(mark))) {
    writeFileSync(mark, '')
    process.stderr.write('The builder stumbled.\n')
    process.exit(3)
  }
  if (slowMs !== undefined) await sleep(slowMs)
}

function tellRefused({_id}: Note) {
  const message = `The note "${_id}" has no title.`
  const where = {document: _id, field: 'title', language: 'fr'}
  send({type: 'refused', refusal: {step: 'gate', message, ...where}})
}

function write(
  notes: ReadonlyMap<string, Note>,
  {now, since}: Extract<BuilderRequest, {type: 'build'}>,
): Built {
  const head = ledger.head()
  const old = new Map(
    head ? [...ledger.pagesAt(head.sequence)].map((page) => [page.path, page]) : [],
  )
  const files = filesOf(notes, now)
  const known = since ? ledger.release(since) : undefined
  const base = known && head && known.sequence < head.sequence ? known : head
  const changed = changedNotes(notes, base?.madeFrom)
  const because: Cause[] = changed.map(({id}) => ({document: id, field: null, language: null}))
  const paths = new Set([...files.keys(), ...old.keys()])
  const changes = [...paths].flatMap((path) => {
    const file = files.get(path)
    const hash = file ? store.putFile(Buffer.from(file.text)) : null
    if (hash === (old.get(path)?.hash ?? null)) return []
    const about = file ?? {language: old.get(path)?.language ?? null, document: documentAt(path)}
    const own = because.filter(
      ({document}) => about.document === null || document === about.document,
    )
    return [
      {path, hash, language: about.language, document: about.document, reads: '', because: own},
    ]
  })
  const release = store.update(head?.id, new Map(changes.map(({path, hash}) => [path, hash])))
  store.flush()
  const nextChangeAt = nextChange(notes, now)
  const sequence = ledger.recordRelease({
    id: release,
    at: new Date().toISOString(),
    pages: files.size,
    code: 'double',
    madeFrom: JSON.stringify([...notes.values()].map(({_id, _rev}) => [_id, _rev])),
    nextChangeAt,
    changes,
  })
  return {
    type: 'built',
    release,
    pages: files.size,
    changes:
      base === undefined
        ? changes.map((change) => addressChange(change, old))
        : told(base.sequence, sequence),
    documents: changed,
    documentPages: changed.flatMap(({id}) => pagesOf(id, notes.get(id))),
    steps: {snapshot: 1, render: 1, write: 1},
    nextChangeAt,
    heldBack: [],
    findings: [],
  }
}

function told(from: number, to: number): AddressChange[] {
  return ledger.differingPages(from, to).map(({path, change, because}) => ({
    address: addressOf(path),
    change,
    because,
    language: /^([a-z]{2})\//.exec(path)?.[1] ?? null,
    document: documentAt(path),
  }))
}

function addressChange(
  change: {
    path: string
    hash: string | null
    language: string | null
    document: string | null
    because: Cause[]
  },
  old: ReadonlyMap<string, unknown>,
): AddressChange {
  const {path, hash, language, document, because} = change
  const kind = hash === null ? 'removed' : old.has(path) ? 'changed' : 'added'
  return {address: addressOf(path), change: kind, language, document, because}
}

function filesOf(notes: ReadonlyMap<string, Note>, now: string) {
  const files = new Map<string, {text: string; language: string | null; document: string | null}>()
  const list = [...notes.keys()].toSorted().join(' ')
  files.set('index.html', {text: list, language: null, document: null})
  for (const note of notes.values()) {
    for (const language of note.languages ?? []) {
      const turned = note.turnsAt !== undefined && note.turnsAt <= now ? ', turned' : ''
      const text = `${language}: ${note.text ?? ''}${turned}`
      files.set(`${language}/${note._id}/index.html`, {text, language, document: note._id})
    }
  }
  return files
}

/** What differs from the content an older release was made from. */
function changedNotes(
  notes: ReadonlyMap<string, Note>,
  madeFrom: string | undefined,
): Built['documents'] {
  const recorded: [string, string][] = madeFrom === undefined ? [] : JSON.parse(madeFrom)
  const revisions = new Map(recorded)
  return [...new Set([...notes.keys(), ...revisions.keys()])].flatMap((id) => {
    const note = notes.get(id)
    if (note?._rev === revisions.get(id)) return []
    return [{id, type: 'note', revision: note?._rev ?? null, updatedAt: note?._updatedAt ?? null}]
  })
}

function pagesOf(document: string, note: Note | undefined) {
  return (note?.languages ?? []).map((language) => ({
    document,
    documentType: 'note',
    language,
    address: `/${language}/${document}/`,
    contentRevision: note?._rev ?? '',
  }))
}

function nextChange(notes: ReadonlyMap<string, Note>, now: string) {
  const moments = [...notes.values()].flatMap(({turnsAt}) => turnsAt ?? [])
  return moments.filter((moment) => moment > now).toSorted()[0] ?? null
}

const addressOf = (path: string) => `/${path.replace(/index\.html$/, '')}`
const documentAt = (path: string) => /^[a-z]{2}\/([^/]+)\//.exec(path)?.[1] ?? null

process.on('SIGINT', () => {}) // whoever asked for the end asked the publisher too
process.on('disconnect', () => process.exit(1))
process.on('message', (request: BuilderRequest) => {
  if (request.type === 'close') process.exit(0)
  build(request).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The content could not be read from ${process.env['SANITY_API_HOST']}, dataset ${process.env['SANITY_DATASET']}: ${reason}`
    const nowhere = {document: null, field: null, language: null}
    send({type: 'refused', refusal: {step: 'snapshot', message, ...nowhere}})
  })
})
send({type: 'ready'})
