import {getMimeType} from 'hono/utils/mime'

import {fileFileName, fileId, parseFileName} from '../assets/assetName.ts'
import {notFound} from '../errors.ts'
import {fileResponse} from '../http/fileResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** What a browser shows by itself, without running anything. Everything else is saved. */
const SHOWN = /^(image\/(?!svg)|audio\/|video\/|application\/pdf$|text\/plain)/

/**
 * `GET /files/:project/:dataset/:name`: a file as it was uploaded, saved under the name it had, or under
 * `?dl=`. Throws 404, also when its document was deleted.
 * @see https://www.sanity.io/docs/apis-and-sdks/asset-cdn
 */
export function file({search, store, dataset, assets, params}: LakeRequest) {
  const parts = parseFileName(params['name'] ?? '')
  if (!parts) throw notFound('A file is called <sha1>.<extension>.')
  const document = store.read(dataset, fileId(parts))
  if (!document) throw notFound('There is no such file in this lake.')
  const name = fileFileName(parts)
  const mimeType = getMimeType(name) ?? 'application/octet-stream'
  const saveAs = search.get('dl')
  const isShown = saveAs === null && SHOWN.test(mimeType)
  const {originalFilename} = document
  const fallback = typeof originalFilename === 'string' ? originalFilename : name

  return fileResponse(assets.folder.pathOf('files', dataset, name), {
    mimeType,
    ...(isShown ? {} : {saveAs: saveAs || fallback}),
  })
}
