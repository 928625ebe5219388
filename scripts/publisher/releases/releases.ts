import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

import {z} from 'zod'

import {digestOfTree} from './digestOfTree.ts'
import {replaceLink, syncPath, syncTree} from './durable.ts'

const KEPT_RELEASES = 10

const manifest = z.object({
  id: z.string(),
  at: z.string(),
  pages: z.number(),
  madeFrom: z.object({content: z.string(), code: z.string()}),
})

/** An immutable built site. */
export type Release = z.infer<typeof manifest>

/** Digests of the content and of the code a release was built from. */
export type MadeFrom = Release['madeFrom']

/**
 * The built sites on disk: `<id>/` each with its `<id>.json`, and `current`, a link to the live one.
 * An id is the digest of all bytes, so equal sites are one release.
 */
export function createReleases(root: string) {
  mkdirSync(root, {recursive: true})
  const current = join(root, 'current')
  for (const name of readdirSync(root))
    if (/^(building|leaving)-/.test(name)) rmSync(join(root, name), {recursive: true})

  const read = (id: string) =>
    manifest.parse(JSON.parse(readFileSync(join(root, `${id}.json`), 'utf8')))
  const live = () => (existsSync(current) ? read(readlinkSync(current)) : undefined)

  return {
    /** Where the live release lies; absolute. `undefined` before the first. */
    liveDirectory: () => (existsSync(current) ? join(root, readlinkSync(current)) : undefined),
    live,
    isLive(madeFrom: MadeFrom) {
      const now = live()?.madeFrom
      return now?.content === madeFrom.content && now.code === madeFrom.code
    },
    /**
     * Makes a release with `build`, then asks what it was made from. On disk for good when it returns; it is not live yet.
     */
    async write(
      build: (directory: string) => Promise<void>,
      madeFrom: () => Promise<MadeFrom>,
    ): Promise<Release> {
      const directory = join(root, `building-${process.pid}-${Date.now()}`)
      await mkdir(directory)
      try {
        await build(directory)
        const {digest, pages} = await digestOfTree(directory)
        const id = digest.slice(0, 32)
        const release = {id, at: new Date().toISOString(), pages, madeFrom: await madeFrom()}
        if (!existsSync(join(root, release.id))) {
          await syncTree(directory)
          await rename(directory, join(root, release.id))
        }
        writeManifest(root, release)
        return release
      } finally {
        await rm(directory, {recursive: true, force: true})
      }
    },
    /** Makes a release live: one rename, so that a reader sees the old or the new, never neither. */
    swap(release: Release) {
      replaceLink(current, release.id)
      sweep(root, release.id, read)
    },
  }
}

export type Releases = ReturnType<typeof createReleases>

/** Under another name first: on a full disk the manifest that is there stays whole. */
function writeManifest(root: string, release: Release) {
  const whole = join(root, `building-${release.id}`)
  writeFileSync(whole, JSON.stringify(release), {flush: true})
  renameSync(whole, join(root, `${release.id}.json`))
  syncPath(root)
}

function sweep(root: string, liveId: string, read: (id: string) => Release) {
  const ids = readdirSync(root).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -5)] : [],
  )
  const oldestLast = ids.map(read).toSorted((a, b) => b.at.localeCompare(a.at))
  for (const {id} of oldestLast.slice(KEPT_RELEASES)) {
    if (id === liveId) continue
    rmSync(join(root, `${id}.json`))
    // Half a directory under the name of a release would be taken for the whole of it.
    const leaving = join(root, `leaving-${id}`)
    renameSync(join(root, id), leaving)
    rmSync(leaving, {recursive: true})
  }
}
