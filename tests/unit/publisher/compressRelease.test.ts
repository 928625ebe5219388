import {hash} from 'node:crypto'
import {rmSync} from 'node:fs'
import {extname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'

import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import {compressRelease} from '../../../scripts/publisher/afterwork/compress/compressRelease.ts'
import {forgetSwept} from '../../../scripts/publisher/afterwork/compress/forgetSwept.ts'
import {filePath} from '../../../scripts/publisher/releases/storePaths.ts'
import type {SiteFiles} from './releaseOfFiles.ts'
import {emptyStore} from './releaseOfFiles.ts'

const somePath = fc.constantFrom(
  'index.html',
  'fr/index.html',
  'fr/reunions/index.html',
  'fr/reunions/a/index.html',
  'assets/style.css',
  'data/dump.csv',
  'data/dump.csv.gz',
  'pictures/a.webp',
)
const someText = fc
  .tuple(fc.string({maxLength: 8}), fc.nat({max: 600}))
  .map(([piece, times]) => piece.repeat(times))
const site: fc.Arbitrary<SiteFiles> = fc.dictionary(somePath, someText, {
  minKeys: 1,
  noNullPrototype: true,
})

test('keeps every file as it was, and puts right copies beside its texts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(site, {minLength: 1, maxLength: 4}), async (sites) => {
      const {root, release, filesOf} = emptyStore()
      for (const files of sites) {
        const second = filesOf(await compressRelease(root, release(files)))
        const [own, added] = [...second].reduce(sortOut(files), [new Map(), new Map()])

        expect(own).toEqual(new Map(Object.entries(files)))
        expect(added).toEqual(expectedCopies(files))
      }
    }),
    {numRuns: 15},
  )
})

test('gives the same release whatever was compressed before', async () => {
  await fc.assert(
    fc.asyncProperty(site, site, async (before, after) => {
      const used = emptyStore()
      await compressRelease(used.root, used.release(before))
      const fresh = emptyStore()

      expect(await compressRelease(used.root, used.release(after))).toBe(
        await compressRelease(fresh.root, fresh.release(after)),
      )
    }),
    {numRuns: 8},
  )
})

test('compresses one page when one of two hundred changes', async () => {
  const {root, release, filesOf} = emptyStore()
  const pages = Array.from({length: 200}, (_, number) => [`fr/${number}/index.html`, page(number)])
  const first = release(Object.fromEntries(pages))
  await compressRelease(root, first)
  // Whoever would read another page than the one that changes will not find it.
  for (const [, text = ''] of pages) rmSync(filePath(root, hash('sha256', text)))
  const changed = release({'fr/7/index.html': page(777)}, first)

  const second = filesOf(await compressRelease(root, changed))

  expect(second.size).toBe(3 * 200)
  expect(gunzipSync(second.get('fr/7/index.html.gz') ?? '').toString()).toBe(page(777))
})

test('makes copies again that were swept', async () => {
  const {root, release, filesOf} = emptyStore()
  const first = release({'index.html': page(1)})
  const second = await compressRelease(root, first)
  const copy = filesOf(second).get('index.html.br') ?? Buffer.alloc(0)
  rmSync(filePath(root, hash('sha256', copy)))

  const other = filesOf(await compressRelease(root, release({'fr/index.html': page(1)})))

  expect(other.get('fr/index.html.br')).toEqual(copy)
})

test('forgets what was swept once it is much', async () => {
  const {root, release} = emptyStore()
  const kept = await compressRelease(root, release({'index.html': page(1)}))
  const database = new DatabaseSync(join(root, 'copies.db'))
  onTestFinished(() => database.close())
  database.exec(`INSERT INTO copies VALUES ('${'0'.repeat(64)}', NULL, NULL)`)
  const rows = () => Number(database.prepare('SELECT count(*) AS n FROM copies').get()?.['n'])

  forgetSwept(database, root, 4)
  expect(rows()).toBe(2)
  forgetSwept(database, root, 3)
  expect(rows()).toBe(1)

  expect(await compressRelease(root, kept)).toBe(kept)
})

const page = (number: number) =>
  `<!doctype html><title>${number}</title>${'<p>Texte</p>'.repeat(200)}`

const UNPACK: Record<string, (packed: Buffer) => Buffer> = {
  '.br': brotliDecompressSync,
  '.gz': gunzipSync,
}

type Sorted = [own: Map<string, string>, added: Map<string, string>]

/** Files that the site itself has, and copies, unpacked. */
function sortOut(files: SiteFiles) {
  return ([own, added]: Sorted, [name, bytes]: [string, Buffer]): Sorted => {
    if (name in files) own.set(name, bytes.toString())
    else added.set(name, UNPACK[extname(name)]?.(bytes).toString() ?? 'no copy at all')
    return [own, added]
  }
}

/** The copies a site should get, by what they are copies of; its own files stay its own. */
function expectedCopies(files: SiteFiles) {
  const texts = Object.entries(files).filter(
    ([name, text]) => /\.(?:html|css|csv)$/.test(name) && Buffer.byteLength(text) > 1024,
  )
  return new Map(
    texts.flatMap(([name, text]) =>
      Object.keys(UNPACK).flatMap((suffix): [string, string][] =>
        name + suffix in files ? [] : [[name + suffix, text]],
      ),
    ),
  )
}
