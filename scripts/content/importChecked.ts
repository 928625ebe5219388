import {join} from 'node:path'

import {checkImport} from './check/checkImport.ts'
import {checkReport} from './check/checkReport.ts'
import type {FindHeldBack} from './check/heldBackDocument.ts'
import type {ContentBackend} from './contentBackend.ts'
import {importContent, type ImportMode} from './importContent.ts'
import {withOutsideAssets} from './outsideAssets/withOutsideAssets.ts'

interface ImportOptions {
  mode: ImportMode
  /** Also imports documents that would be held back. */
  force: boolean
  /** Also takes assets from elsewhere on this machine, and from the web. */
  outsideAssets: boolean
  say: (text: string) => void
  findHeldBack: FindHeldBack
}

/**
 * Says what the site would leave out of a file, then imports it; answers how many documents it held. Imports nothing, and
 * throws, when a document would be held back, unless it is forced to.
 */
export async function importChecked(
  backend: ContentBackend,
  path: string,
  options: ImportOptions,
): Promise<number> {
  if (!options.outsideAssets) return importFile(backend, path, options)
  return withOutsideAssets(path, (folder) =>
    importFile(backend, join(folder, 'data.ndjson'), options, folder),
  )
}

async function importFile(
  backend: ContentBackend,
  path: string,
  {mode, force, say, findHeldBack}: ImportOptions,
  folder?: string,
) {
  const checked = await checkImport(backend, path, mode, findHeldBack)
  say(checkReport(checked))
  if (checked.heldBack.length > 0 && !force)
    throw new Error(
      `Nothing was imported from ${path}. Mend what would be held back, or add --force to import it as it is.`,
    )
  return folder === undefined
    ? importContent(backend, path, mode)
    : importContent(backend, folder, mode, {isFolder: true})
}
