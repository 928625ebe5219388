import {createWriteStream} from 'node:fs'
import {copyFile, mkdir, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {fileURLToPath} from 'node:url'

import {linesOf} from '../contentFile/linesOf.ts'
import {ndjsonBytes} from '../contentFile/ndjsonBytes.ts'
import {onOneLine} from '../onOneLine.ts'
import {download} from './download.ts'

const ASSET = /"_sanityAsset"\s*:\s*("(image|file)@((?:file|https?):[^"\\]+)")/g

/**
 * Fetches the assets of an NDJSON file that lie elsewhere on this machine or on the web into a folder, beside a copy of
 * the file (`data.ndjson`) that names them there, and calls `work` with the folder; all is removed afterwards. Throws with
 * the line and the address of what cannot be fetched, and for files out of an archive.
 */
export async function withOutsideAssets<Result>(
  path: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-import-'))
  try {
    await mkdir(join(folder, 'assets'))
    await pipeline(linesWithFetched(path, folder), createWriteStream(join(folder, 'data.ndjson')))
    return await work(folder)
  } finally {
    await rm(folder, {recursive: true})
  }
}

async function* linesWithFetched(path: string, folder: string) {
  const names = new Map<string, string>()
  let number = 0
  for await (const line of linesOf(ndjsonBytes(path))) {
    number += 1
    let copy = line
    for (const [, asset = '', kind, address = ''] of line.matchAll(ASSET)) {
      if (address.startsWith('file://.')) throw fromArchive(number, address)
      const name = names.get(address) ?? `assets/${names.size}${extensionOf(address)}`
      if (!names.has(address)) await fetchAsset(address, join(folder, name), number)
      names.set(address, name)
      copy = copy.replace(asset, JSON.stringify(`${kind}@file://./${name}`))
    }
    yield `${copy}\n`
  }
}

const fromArchive = (number: number, address: string) =>
  new Error(
    `line ${number} names ${address.slice(0, 200)}, a file of an archive. An archive brings all its assets: import it without --outside-assets.`,
  )

async function fetchAsset(address: string, file: string, number: number) {
  try {
    if (address.startsWith('file:')) await copyFile(fileURLToPath(address), file)
    else await download(address, file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `line ${number}: the asset "${address.slice(0, 200)}" could not be fetched: ${onOneLine(reason)}.`,
      {cause},
    )
  }
}

const extensionOf = (address: string) => extname(URL.parse(address)?.pathname ?? '').slice(0, 10)
