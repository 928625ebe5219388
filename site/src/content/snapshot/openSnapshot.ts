import type {DatabaseSync} from 'node:sqlite'

import {documentParts} from '../documentParts.ts'
import type {DocumentStore, StoredDocument} from '../documentStore.ts'
import {keysOf} from '../inputs.ts'
import {joinParts} from '../joinParts.ts'
import type {ParsedDocument} from '../parseDocument.ts'
import {isSiteDocument} from '../parseDocument.ts'
import {createIndex} from './createIndex.ts'
import {createRecentParts} from './createRecentParts.ts'
import {createRows} from './createRows.ts'
import {createVersions} from './createVersions.ts'
import {isDamage, removeSnapshot} from './damage.ts'
import {openDatabase} from './openDatabase.ts'

/** A snapshot of the content on disk: short fields are held in memory, long parts are read when they are asked for. */
export interface Snapshot extends DocumentStore {
  /** The newest revision of every document it has, held back or not. */
  revisions(): ReadonlyMap<string, string>
  /** Every document that is shown. */
  documents(): Iterable<StoredDocument>
  /** A document as it is shown. */
  whole(id: string): ParsedDocument | undefined
  /** The newest version of a document, held back or not. */
  newest(id: string): ParsedDocument | undefined
  /** Puts documents in and takes others out, all or nothing. Gives the inputs that may differ: see `inputKeys`. */
  write(changed: Iterable<ParsedDocument>, removed?: Iterable<string>): Set<string>
  /** The documents that changed since `settle`, by id; those that are held back are not among them. */
  changed(): readonly string[]
  /** The newest revision of each document that is held back; `null` when it is gone. */
  held(): ReadonlyMap<string, string | null>
  /** Says what the last release shows of a document, where the snapshot was made anew since. */
  setGood(id: string, document: ParsedDocument | undefined): void
  /** Shows documents as the last release has them, or not at all; gives the inputs that may differ. */
  hold(ids: readonly string[]): Set<string>
  /** Shows the newest version of documents that are held back; gives the inputs that may differ. */
  admit(ids: readonly string[]): Set<string>
  /** A release was made: what is shown now is good. */
  settle(): void
  /** The same where a release is known to show these revisions, by id: whoever made it may have been killed before it said so. */
  settleShown(revisions: ReadonlyMap<string, string>): void
  close(): void
}

/**
 * Opens the snapshot in a file, or in `:memory:`; made when it is missing or damaged, or when other code made it (`make`).
 * Only one may write.
 */
export function openSnapshot(file: string, make = ''): Snapshot {
  try {
    return open(file, make)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeSnapshot(file)
    return open(file, make)
  }
}

function open(file: string, make: string): Snapshot {
  const database = openDatabase(file, make)
  try {
    return snapshotIn(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function snapshotIn(database: DatabaseSync): Snapshot {
  const index = createIndex()
  const rows = createRows(database)
  const versions = createVersions(database)
  const recent = createRecentParts()
  for (const stored of rows.all()) index.put(stored)
  let held = versions.heldRevisions()

  function whole(id: string): ParsedDocument | undefined {
    const stored = index.document(id)
    if (!stored) return undefined
    const document = joinParts(stored, (field, language) =>
      JSON.parse(rows.longPart(id, field, language) ?? 'null'),
    )
    return isSiteDocument(document) ? {document, findings: stored.findings} : undefined
  }

  /** Makes these what is shown, and gives the inputs of their states before and after. */
  function show(changed: Iterable<ParsedDocument>, removed: Iterable<string>, note: () => void) {
    const keys = new Set<string>()
    const written: StoredDocument[] = []
    const gone = [...removed]
    database.exec('BEGIN IMMEDIATE')
    try {
      note()
      for (const each of changed)
        written.push(rows.put(each.document, documentParts(each), each.findings))
      for (const id of gone) rows.remove(id)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
    recent.clear()
    held = versions.heldRevisions()
    for (const document of written) {
      addAll(keys, keysOf(index.document(document.id)))
      addAll(keys, keysOf(document))
      index.put(document)
    }
    for (const id of gone) {
      addAll(keys, keysOf(index.document(id)))
      index.remove(id)
    }
    return keys
  }

  /** Shows a version of each of these, or nothing where there is none. */
  function showVersions(
    ids: readonly string[],
    versionOf: (id: string) => ParsedDocument | undefined,
    note: (id: string) => void,
  ) {
    const shown = ids.map((id) => [id, versionOf(id)] as const)
    const there = shown.flatMap(([, version]) => version ?? [])
    const gone = shown.flatMap(([id, version]) => (version ? [] : [id]))
    return show(there, gone, () => {
      for (const id of ids) note(id)
    })
  }

  return {
    ...index,
    revisions: () => withHeld(index.revisions(), held),
    longPart: (id, field, language = '') =>
      recent.get(`${id} ${field} ${language}`, () => rows.longPart(id, field, language)),
    whole,
    newest: (id) => (held.has(id) ? versions.held(id) : whole(id)),
    write(changed, removed = []) {
      const documents = [...changed]
      const gone = [...removed]
      return show(documents, gone, () => {
        for (const id of [...documents.map(({document}) => document._id), ...gone]) {
          versions.keepGood(id, () => whole(id))
          versions.removeHeld(id)
        }
      })
    },
    changed: versions.changed,
    held: () => held,
    setGood: versions.setGood,
    hold: (ids) => showVersions(ids, versions.good, (id) => versions.keepHeld(id, whole(id))),
    admit: (ids) => showVersions(ids, versions.held, versions.removeHeld),
    settle: versions.settle,
    settleShown(revisions) {
      for (const id of versions.changed())
        if (index.document(id)?.revision === revisions.get(id)) versions.forgetGood(id)
    },
    close: () => database.close(),
  }
}

/** Revisions as the content backend has them. */
function withHeld(shown: Map<string, string>, held: ReadonlyMap<string, string | null>) {
  for (const [id, revision] of held) {
    if (revision === null) shown.delete(id)
    else shown.set(id, revision)
  }
  return shown
}

function addAll(keys: Set<string>, more: Iterable<string>) {
  for (const key of more) keys.add(key)
}
