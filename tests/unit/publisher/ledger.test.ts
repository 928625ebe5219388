import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import type {PageChange} from '../../../scripts/publisher/releases/ledger/createPageWriter.ts'
import {type Ledger, openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const TITLE = {document: 'meeting-florence', field: 'title', language: 'fr'}
const CLOCK = {document: 'clock', field: null, language: null}

function emptyLedger() {
  const file = join(temporaryDirectory(), 'ledger.db')
  const ledger = openLedger(file)
  onTestFinished(() => ledger.close())
  return {file, ledger}
}

const change = (path: string, hash: string | null, more: Partial<PageChange> = {}): PageChange => ({
  path,
  hash,
  language: 'fr',
  document: null,
  reads: '[]',
  because: [],
  ...more,
})

const record = (
  ledger: Ledger,
  id: string,
  changes: Iterable<PageChange>,
  nextChangeAt: string | null = null,
) =>
  ledger.recordRelease({
    id,
    at: '2026-11-23T10:00:00.000Z',
    pages: 1,
    code: 'code-1',
    madeFrom: 'content-1',
    nextChangeAt,
    changes,
  })

const hashesAt = (ledger: Ledger, sequence: number) =>
  new Map(Array.from(ledger.pagesAt(sequence), ({path, hash}) => [path, hash]))

test('tells of the newest release what it was told', () => {
  const {ledger} = emptyLedger()
  expect(ledger.head()).toBeUndefined()

  const pages = [change('fr/index.html', 'h1', {document: 'home', reads: '["home"]'})]
  const sequence = record(ledger, 'r1', pages, '2026-11-24T00:00:00.000Z')

  expect(ledger.head()).toEqual({
    sequence,
    id: 'r1',
    kind: 'site',
    base: null,
    at: '2026-11-23T10:00:00.000Z',
    pages: 1,
    changed: 1,
    code: 'code-1',
    madeFrom: 'content-1',
    nextChangeAt: '2026-11-24T00:00:00.000Z',
  })
  expect([...ledger.pagesAt(sequence)]).toEqual([
    {path: 'fr/index.html', hash: 'h1', language: 'fr', document: 'home', reads: '["home"]'},
  ])
})

test('knows the files of every release, whatever was added, changed and removed', () => {
  const release = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.option(fc.constantFrom('1', '2', '3')),
  )
  fc.assert(
    fc.property(fc.array(release, {minLength: 1, maxLength: 8}), fc.nat(), (edits, choice) => {
      const {ledger} = emptyLedger()
      const model = new Map<string, string>()
      const expected = edits.map((edit, number) => {
        const changes = Object.entries(edit).map(([path, hash]) => change(path, hash))
        for (const {path, hash} of changes) {
          if (hash === null) model.delete(path)
          else model.set(path, hash)
        }
        return [record(ledger, `r${number}`, changes), new Map(model)] as const
      })

      for (const [sequence, files] of expected) expect(hashesAt(ledger, sequence)).toEqual(files)

      const kept = expected.filter((_, number) => (choice >> number) % 2 === 0)
      ledger.keepReleases(new Set(kept.map(([sequence]) => sequence)))
      for (const [sequence, files] of kept) expect(hashesAt(ledger, sequence)).toEqual(files)
      for (const [from, before] of kept) {
        for (const [to, after] of kept) {
          const paths = ledger.differingPages(from, to).map(({path}) => path)
          const differing = ['a', 'b', 'c', 'd'].filter((p) => before.get(p) !== after.get(p))
          expect(paths).toEqual(differing)
        }
      }
    }),
    {numRuns: 40},
  )
})

test('says what differs between two releases and why, in either order, over those between', () => {
  const {ledger} = emptyLedger()
  const first = record(ledger, 'r1', [change('a', '1'), change('b', '1'), change('back', '1')])
  record(ledger, 'r2', [
    change('a', '2', {because: [TITLE]}),
    change('back', '2', {because: [TITLE]}),
  ])
  const last = record(ledger, 'r3', [
    change('a', '3', {because: [TITLE, CLOCK]}),
    change('b', null, {because: [CLOCK]}),
    change('back', '1', {because: [TITLE]}),
    change('c', '1', {because: [CLOCK]}),
  ])

  expect(ledger.differingPages(first, last)).toEqual([
    {path: 'a', change: 'changed', because: [TITLE, CLOCK]},
    {path: 'b', change: 'removed', because: [CLOCK]},
    {path: 'c', change: 'added', because: [CLOCK]},
  ])
  expect(ledger.differingPages(last, first).map(({path, change: kind}) => [path, kind])).toEqual([
    ['a', 'changed'],
    ['b', 'added'],
    ['c', 'removed'],
  ])
  expect(ledger.documentsBehind(last)).toEqual(['clock', 'meeting-florence'])
})

test('can still explain what lies between two kept releases', () => {
  const {ledger} = emptyLedger()
  const first = record(ledger, 'r1', [change('a', '1')])
  record(ledger, 'r2', [change('a', '2', {because: [TITLE]})])
  const last = record(ledger, 'r3', [change('a', '3', {because: [CLOCK]})])

  ledger.keepReleases(new Set([first, last]))

  expect(ledger.differingPages(first, last)).toEqual([
    {path: 'a', change: 'changed', because: [TITLE, CLOCK]},
  ])
})

test('keeps the sequence of a site that is recorded again, and takes what its pages read now', () => {
  const {ledger} = emptyLedger()
  const sequence = record(ledger, 'r1', [change('a', '1')], '2026-11-24T00:00:00.000Z')

  expect(record(ledger, 'r1', [change('a', '1', {reads: '["more"]'})])).toBe(sequence)

  expect([...ledger.pagesAt(sequence)].map(({reads}) => reads)).toEqual(['["more"]'])
  expect(ledger.head()).toMatchObject({sequence, changed: 1, nextChangeAt: null})
  expect(ledger.releases()).toHaveLength(1)
})

test('gives a site that comes back after another a sequence of its own', () => {
  const {ledger} = emptyLedger()
  record(ledger, 'r1', [change('a', '1')])
  record(ledger, 'r2', [change('a', '2')])
  const again = record(ledger, 'r1', [change('a', '1')])

  expect(ledger.releases().map(({id}) => id)).toEqual(['r1', 'r2', 'r1'])
  expect(ledger.release('r1')?.sequence).toBe(again)
})

test('knows compressed copies by the site they were made for, once, and never as the newest site', () => {
  const {ledger} = emptyLedger()
  record(ledger, 'r1', [change('a', '1')])
  const copies = {id: 'c1', base: 'r1', at: '2026-11-23T10:01:00.000Z'}

  ledger.recordCompressed(copies)
  ledger.recordCompressed(copies)

  expect(ledger.head()?.id).toBe('r1')
  expect(ledger.release('c1')).toMatchObject({...copies, kind: 'compressed', pages: 1})
  expect(ledger.siteOf('c1')?.id).toBe('r1')
  expect(ledger.siteOf('r1')?.id).toBe('r1')
  expect(ledger.releases()).toHaveLength(2)
})

test('records all of a release or nothing', () => {
  const {ledger} = emptyLedger()
  record(ledger, 'r1', [change('a', '1')])
  function* failing() {
    yield change('a', '2')
    throw new Error('the build ended here')
  }

  expect(() => record(ledger, 'r2', failing())).toThrow('the build ended here')

  expect(ledger.releases().map(({id}) => id)).toEqual(['r1'])
  expect([...hashesAt(ledger, ledger.head()?.sequence ?? 0)]).toEqual([['a', '1']])
})

test('may be read while somebody writes, and who reads cannot write', () => {
  const {ledger, file} = emptyLedger()
  record(ledger, 'r1', [change('a', '1')])

  const other = new DatabaseSync(file)
  expect(other.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'})
  other.close()
  const reader = openLedger(file, {readOnly: true})
  expect(reader.head()?.id).toBe('r1')
  expect(() => record(reader, 'r2', [])).toThrow('readonly')
  reader.close()
})

test('says what to do when it is not there or cannot be read', () => {
  const file = join(temporaryDirectory(), 'ledger.db')
  expect(() => openLedger(file, {readOnly: true})).toThrow('There is no release yet')

  writeFileSync(file, 'this is no database, whatever its name says'.repeat(100))

  expect(() => openLedger(file)).toThrow('Delete it to have the whole site built anew')
})
