import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {createBuild} from '../../../scripts/publisher/build.ts'

/** Where the fixture sites will be found. */
export const SITE_URL = 'https://trial.example'

/** When they are made. */
export const NOW = '2026-11-23T12:00:00.000Z'

/** Builds the site from one dataset of a lake, as the publisher does. Throws with what the build said. */
export async function buildSite(
  lakeUrl: string,
  dataset: string,
  folder: string,
  now: number | string = NOW,
): Promise<BuiltSite> {
  const outDir = join(folder, 'site')
  const build = createBuild({
    sanity: {apiHost: lakeUrl, projectId: 'local', dataset, token: undefined},
    siteUrl: SITE_URL,
    dataDirectory: folder,
    environment: {...process.env, SITE_NOW: new Date(now).toISOString()},
  })
  await build.run(outDir)
  return readSite(outDir)
}

/** A finished site in memory, by the addresses of its files. */
export interface BuiltSite {
  outDir: string
  files: ReadonlyMap<string, Buffer>
  /** The pages alone, by their addresses: `/fr/`. */
  pages: ReadonlyMap<string, string>
}

/** Reads a finished site, links followed. */
export async function readSite(outDir: string): Promise<BuiltSite> {
  const files = new Map<string, Buffer>()
  for (const file of await filesIn(outDir)) {
    files.set(file.slice(outDir.length), await readFile(file))
  }
  const pages = [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path.replace(/index\.html$/, ''), bytes.toString()] as const)
  return {outDir, files, pages: new Map(pages)}
}

async function filesIn(directory: string): Promise<string[]> {
  const paths = (await readdir(directory)).map((name) => join(directory, name))
  const found = await Promise.all(
    paths.map(async (path) => ((await stat(path)).isDirectory() ? filesIn(path) : [path])),
  )
  return found.flat()
}
