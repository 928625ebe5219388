import {openAsBlob} from 'node:fs'

import {notFound} from '../errors.ts'

interface FileOptions {
  mimeType: string
  /** Save under this name instead of showing. */
  saveAs?: string
}

/** Uploaded bytes are never trusted: whatever is in them runs nothing, loads nothing and belongs to no origin. */
const UNTRUSTED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
/** Browsers show no PDF in a sandbox; their viewer is one. */
const UNTRUSTED_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"

/** A response with the bytes of an asset. Names are hashes of content, so it may be kept for ever. */
export function assetResponse(body: Blob | Uint8Array<ArrayBuffer>, options: FileOptions) {
  const {mimeType, saveAs} = options
  const disposition = saveAs === undefined ? 'inline' : attachment(saveAs)
  return new Response(body, {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': disposition,
      'content-security-policy': mimeType === 'application/pdf' ? UNTRUSTED_PDF : UNTRUSTED,
      'content-type': mimeType,
      'x-content-type-options': 'nosniff',
    },
  })
}

/** A response with a stored file, read as it is sent. Throws 404 where there is none. */
export async function fileResponse(path: string, options: FileOptions) {
  try {
    return assetResponse(await openAsBlob(path), options)
  } catch {
    throw notFound('There is no such asset in this lake.')
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc6266 */
function attachment(name: string) {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
