import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

import type {BaseApp} from 'astro/app'

import type {Content} from '../src/content/createContent.ts'
import type {SitePage} from '../src/queries/sitePages.ts'

/** What `bundleEntry.ts` exports. */
export interface Bundle {
  app: BaseApp
  sitePages: (content: Content) => SitePage[]
}

/**
 * Loads the pages that were bundled into a folder, all of them: they are asked for soon, and their queries by name
 * before that. Throws when the folder holds something else.
 */
export async function loadBundle(folder: string): Promise<Bundle> {
  const entry: unknown = await import(pathToFileURL(join(folder, 'server', 'entry.mjs')).href)
  if (!isBundle(entry)) {
    throw new Error(`${folder} holds no bundled pages. Delete it: it is made again.`)
  }
  for (const [component, load] of entry.app.manifest.pageMap ?? []) {
    const page = await load()
    entry.app.manifest.pageMap?.set(component, () => Promise.resolve(page))
  }
  return entry
}

function isBundle(entry: unknown): entry is Bundle {
  return typeof entry === 'object' && entry !== null && 'app' in entry && 'sitePages' in entry
}
