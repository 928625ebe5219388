import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {createBuild} from '../../../scripts/publisher/build.ts'

/** Where the fixture sites will be found. */
export const SITE_URL = 'https://trial.example'

/** Builds the site from one dataset of a lake, as the publisher does. Throws with what the build said. */
export async function buildSite(
  lakeUrl: string,
  dataset: string,
  folder: string,
): Promise<BuiltSite> {
  const outDir = join(folder, 'site')
  const build = createBuild({
    sanity: {apiHost: lakeUrl, projectId: 'local', dataset, token: undefined},
    siteUrl: SITE_URL,
    dataDirectory: folder,
    environment: {...process.env, SITE_NOW: '2026-11-23T12:00:00Z'},
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

async function readSite(outDir: string): Promise<BuiltSite> {
  const entries = await readdir(outDir, {recursive: true, withFileTypes: true})
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name)
    files.set(file.slice(outDir.length), await readFile(file))
  }
  const pages = [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path.replace(/index\.html$/, ''), bytes.toString()] as const)
  return {outDir, files, pages: new Map(pages)}
}
