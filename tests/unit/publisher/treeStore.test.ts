// Longer than most: the store has one interface, and its promises are tested on one small site.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {Worker} from 'node:worker_threads'

import fc from 'fast-check'
import {expect, test} from 'vitest'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {openReleaseStore} from '../../../scripts/publisher/releases/openReleaseStore.ts'
import {filePath} from '../../../scripts/publisher/releases/storePaths.ts'
import {type SiteFiles, emptyStore} from './releaseOfFiles.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

/** A folder as `astro build` would leave it. */
function plainFolder(files: Iterable<readonly [string, string | Uint8Array]>) {
  const directory = temporaryDirectory()
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), {recursive: true})
    writeFileSync(join(directory, path), text)
  }
  return directory
}

const everyName = (root: string) => readdirSync(root, {recursive: true}).map(String).toSorted()

const SITE: SiteFiles = {'fr/index.html': 'Accueil', 'el/index.html': 'Αρχική', 'robots.txt': 'ok'}

const texts = fc.constantFrom('one', 'two', 'three')
const directories = fc.constantFrom('fr', 'el', 'fr/reunions', 'fr/reunions/a', 'fr/reunions-b')
const anyPath = fc
  .tuple(directories, fc.constantFrom('index.html', 'ζ.svg', 'Z.txt', '𝄞.txt', '\uffee.txt'))
  .map((names) => names.join('/'))
const edits = fc.array(fc.dictionary(anyPath, fc.option(texts), {maxKeys: 6}), {maxLength: 8})

test('any series of updates gives the id of the plain folder it amounts to, and its files', async () => {
  await fc.assert(
    fc.asyncProperty(edits, fc.boolean(), async (series, isPrepared) => {
      const {store, filesOf} = emptyStore()
      const model = new Map<string, string>()
      let release: string | undefined
      for (const edit of series) {
        const changes = Object.entries(edit).map(([path, text]) => {
          if (text === null) model.delete(path)
          else model.set(path, text)
          return [path, text === null ? null : store.putFile(Buffer.from(text))] as const
        })
        release = store.update(release, new Map(changes))
        if (isPrepared) store.prepare(release)
      }
      const last = store.update(release, new Map())
      store.flush()
      store.swap(last)

      expect(last).toBe((await digestOfTree(plainFolder(model))).digest)
      expect((await digestOfTree(store.liveDirectory() ?? '')).digest).toBe(last)
      const files = [...filesOf(last)].map(([path, bytes]) => [path, bytes.toString()] as const)
      expect(new Map(files)).toEqual(model)
    }),
    {numRuns: 15},
  )
})

test('says how an id is made: the SHA-256 of a line for each name, in the order of their bytes', async () => {
  const {release} = emptyStore()
  const id = release({'𝄞': 'ok', '\uffee': 'ok', 'a/c.txt': 'ok'})

  // With printf and sha256sum: of "file <of ok> c.txt\n"; then of "tree <that> a\nfile <of ok> \uffee\nfile <of ok> 𝄞\n"
  expect(id).toBe('680a8300cc4cedd98bf328899edb5e7b92b1df4e142079e7198248153596bbe6')
})

test('writes nothing when nothing has changed', () => {
  const {root, store, release} = emptyStore()
  const id = release(SITE)
  const before = everyName(root)
  const writtenAt = before.map((name) => statSync(join(root, name)).ctimeMs)

  expect(release(SITE, id)).toBe(id)
  expect(release(SITE)).toBe(id)
  store.flush()

  expect(everyName(root)).toEqual(before)
  expect(before.map((name) => statSync(join(root, name)).ctimeMs)).toEqual(writtenAt)
})

test('makes only the directories on the path of a change, and keeps every file once', () => {
  const {root, release} = emptyStore()
  const trees = () => readdirSync(join(root, 'trees'))
  const id = release({...SITE, 'fr/a/index.html': 'Accueil'})
  const before = trees()

  release({'fr/a/index.html': 'autre'}, id)

  expect(trees().filter((name) => !before.includes(name))).toHaveLength(3)
  expect(statSync(join(root, 'current', '..', 'trees', id, 'fr', 'index.html')).nlink).toBe(4)
})

test.each([false, true])(
  'changes one of 210 names in a directory, with a copy made in advance: %s',
  async (isPrepared) => {
    const {root, store, release, filesOf} = emptyStore()
    const files = Array.from({length: 210}, (_, number) => [`fr/${number}/index.html`, `${number}`])
    const site = Object.fromEntries(files)
    const id = release({...site, 'fr/logo.svg': '<svg/>'})
    if (isPrepared) store.prepare(id)

    const next = release({'fr/7/index.html': 'seven', 'fr/new/index.html': 'new'}, id)

    const {digest} = await digestOfTree(plainFolder(filesOf(next)))
    expect(digest).toBe(next)
    expect(filesOf(next).size).toBe(212)
    expect(filesOf(id).get('fr/7/index.html')?.toString()).toBe('7')
    expect(everyName(root).filter((name) => /[.](new|spare)-/.test(name))).toEqual([])
  },
)

test('refuses a name that is a file and a directory', () => {
  const {release} = emptyStore()
  const id = release({'fr/a': 'file'})

  expect(() => release({'fr/a/index.html': 'inside'}, id)).toThrow(
    '"fr/a" would be a file and a directory',
  )
})

test.each([
  '/fr/index.html',
  'fr//index.html',
  '../index.html',
  'fr/./a',
  'fr/',
  '',
  'a\nb',
  'a\\b',
])('refuses the path %j', (path) => {
  const {release} = emptyStore()

  expect(() => release({[path]: 'text'})).toThrow('is no path of a file in a release')
})

test('refuses a file that nobody has put, and leaves nothing half made', () => {
  const {root, store} = emptyStore()

  expect(() => store.update(undefined, new Map([['a.txt', '0'.repeat(64)]]))).toThrow(
    `The file ${'0'.repeat(64)} is not in the store`,
  )
  expect(readdirSync(join(root, 'trees'))).toEqual([])
})

test('lets nothing go live that was not flushed', () => {
  const {store} = emptyStore()
  const id = store.update(undefined, new Map([['a.txt', store.putFile(Buffer.from('a'))]]))

  expect(() => store.swap(id)).toThrow('it is not on the disk for good')
  store.flush()
  store.swap(id)

  expect(store.live()).toBe(id)
})

test('says that nothing is live before the first swap, and what to do when the live release is gone', () => {
  const {root, store} = emptyStore()
  expect(store.live()).toBeUndefined()
  expect(store.liveDirectory()).toBeUndefined()

  symlinkSync(`trees/${'a'.repeat(64)}`, join(root, 'current'))

  expect(() => store.live()).toThrow(/points to trees\/a{64}, which is not there/)
})

test('pins the live release or another, across restarts, until it is unpinned', () => {
  const {root, store, release} = emptyStore()
  expect(() => store.pin()).toThrow('Nothing is live yet')
  const [one, two] = [release({a: '1'}), release({a: '2'})]
  store.swap(one)

  store.pin()
  expect([store.isPinned(), store.pinned()]).toEqual([true, one])
  store.pin(two)
  const restarted = openReleaseStore(root)
  expect(restarted.pinned()).toBe(two)
  restarted.unpin()

  expect([store.isPinned(), store.pinned()]).toEqual([false, undefined])
  restarted.close()
})

test('takes a file from many threads at once, and keeps it once', async () => {
  const {root} = emptyStore()
  const program = new URL('./putFilesWorker.ts', import.meta.url)

  const hashes = await Promise.all(
    Array.from({length: 6}, () => {
      const worker = new Worker(program, {workerData: {root, count: 200}})
      return new Promise<unknown>((resolve, reject) =>
        worker.once('message', resolve).once('error', reject),
      )
    }),
  )

  const kept = everyName(join(root, 'files')).filter((name) => name.includes('/'))
  expect(kept).toHaveLength(200)
  expect(hashes[0]).toEqual(kept.map((name) => name.slice(3)))
  expect(new Set(hashes.map((list) => JSON.stringify(list))).size).toBe(1)
})

test('gives one file more names than the file system allows', {timeout: 60_000}, () => {
  const {store} = emptyStore()
  const hash = store.putFile(Buffer.from('same'))
  const paths = Array.from({length: 65_100}, (_, number) => [`${number}`, hash] as const)

  const id = store.update(undefined, new Map(paths))
  store.flush()
  store.swap(id)

  expect(readFileSync(join(store.liveDirectory() ?? '', '65099'), 'utf8')).toBe('same')
})

test('makes whole again what a power failure cut short before it was flushed', () => {
  const {root, store, filesOf} = emptyStore()
  const text = Buffer.from('a whole page')
  const put = () => new Map([['fr/index.html', store.putFile(text)]])
  store.update(undefined, put())
  const [hash = ''] = put().values()
  truncateSync(filePath(root, hash), 3)

  const restarted = openReleaseStore(root)
  const id = restarted.update(undefined, new Map([['fr/index.html', restarted.putFile(text)]]))
  restarted.flush()
  restarted.close()

  expect(filesOf(id).get('fr/index.html')?.toString()).toBe('a whole page')
})

test('takes over directories that a killed process finished but did not flush', () => {
  const {root, store, release} = emptyStore()
  const hash = store.putFile(Buffer.from('page'))
  const id = store.update(undefined, new Map([['fr/index.html', hash]]))
  const inode = statSync(join(root, 'trees', id)).ino

  const restarted = openReleaseStore(root)
  expect(() => restarted.swap(id)).toThrow('it is not on the disk for good')
  expect(restarted.update(undefined, new Map([['fr/index.html', hash]]))).toBe(id)
  restarted.flush()
  restarted.swap(id)
  restarted.close()

  expect(statSync(join(root, 'trees', id)).ino).toBe(inode)
  expect(release({'fr/index.html': 'page'})).toBe(id)
})

test('clears away what processes that are gone left, and nothing else', () => {
  const {root, store, release} = emptyStore()
  store.swap(release(SITE))
  const before = everyName(root)
  for (const name of ['.new-999999999-ab', 'files/.new-999999999-ab'])
    writeFileSync(join(root, name), '')
  mkdirSync(join(root, 'trees', '.spare-999999999-ab', 'inside'), {recursive: true})
  mkdirSync(join(root, 'trees', `.spare-${process.ppid}-ab`))

  openReleaseStore(root).close()

  expect(everyName(root)).toEqual([...before, `trees/.spare-${process.ppid}-ab`].toSorted())
  expect(existsSync(join(root, readlinkSync(join(root, 'current'))))).toBe(true)
})
