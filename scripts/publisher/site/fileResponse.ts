import {openAsBlob} from 'node:fs'

import {accepts} from './accepts.ts'
import {contentType, isText} from './contentTypes.ts'
import type {OpenFile} from './openFile.ts'
import {openFile} from './openFile.ts'

/** Larger files are sent as they are read. */
const READ_AT_ONCE_BYTES = 512 * 1024

/** Compressed copies that may stand beside a file, the smaller first. */
const COPIES = [
  {coding: 'br', suffix: '.br'},
  {coding: 'gzip', suffix: '.gz'},
] as const

interface FileOptions {
  status: 200 | 404 | 410
  cacheControl: string
}

/**
 * A response with a file of a release, or with the compressed copy beside it that the visitor's browser takes; 304 when
 * the browser has it. `undefined` when there is no such file.
 */
export async function fileResponse(path: string, request: Request, options: FileOptions) {
  const isVaried = isText(path)
  const copy = isVaried ? await openCopy(path, request.headers.get('accept-encoding')) : undefined
  const file = copy ?? (await openFile(path))
  if (!file) return undefined
  const headers: Record<string, string> = {
    'cache-control': options.cacheControl,
    'content-type': contentType(path),
    ...(isVaried ? {vary: 'Accept-Encoding'} : {}),
    ...(copy ? {'content-encoding': copy.coding} : {}),
    ...(options.status === 200 ? {etag: `"${file.tag}"`} : {}),
  }
  if (options.status === 200 && isKnown(request.headers.get('if-none-match'), file.tag)) {
    await file.handle.close()
    return new Response(null, {status: 304, headers})
  }
  headers['content-length'] = String(file.size)
  const body = request.method === 'HEAD' ? await closed(file) : await bodyOf(file)
  return new Response(body, {status: options.status, headers})
}

async function openCopy(path: string, acceptEncoding: string | null) {
  for (const {coding, suffix} of COPIES) {
    const file = accepts(acceptEncoding, coding) ? await openFile(`${path}${suffix}`) : undefined
    if (file) return {...file, coding}
  }
  return undefined
}

/** Whether `If-None-Match` names this tag; a weak one is as good, for whole files. */
const isKnown = (header: string | null, tag: string) =>
  (header ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === `"${tag}"`)

async function closed({handle}: OpenFile) {
  await handle.close()
  return null
}

async function bodyOf({handle, path, size}: OpenFile) {
  try {
    return size > READ_AT_ONCE_BYTES ? await openAsBlob(path) : await handle.readFile()
  } finally {
    await handle.close()
  }
}
