import {getMimeType} from 'hono/utils/mime'

import {assertFileType} from '../assets/assertFileType.ts'
import {extensionOf, fileFileName, fileId} from '../assets/assetName.ts'
import {createAssetDocument} from '../assets/createAssetDocument.ts'
import type {LakeRequest} from '../lakeRequest.ts'

const LARGEST_UPLOAD = 500e6

/**
 * `POST /v…/assets/files/:dataset`: keeps a file of any kind as it is. Answers `{document}`.
 * Throws 400 where its bytes contradict its name; 413 past 500 MB.
 * @see https://www.sanity.io/docs/http-reference/assets
 */
export async function uploadFile(request: LakeRequest) {
  const {folder} = request.assets
  const originalName = request.search.get('filename') ?? ''
  const received = await folder.receive(request.body, LARGEST_UPLOAD)
  try {
    assertFileType(originalName, received.head)
    const {sha1, size} = received
    const parts = {sha1, extension: extensionOf(originalName)}
    const name = fileFileName(parts)
    await folder.keep(received, 'files', request.dataset, name)

    return await createAssetDocument(request, 'files', name, {
      _id: fileId(parts),
      _type: 'sanity.fileAsset',
      sha1hash: sha1,
      size,
      extension: parts.extension,
      mimeType: getMimeType(name) ?? 'application/octet-stream',
    })
  } finally {
    await folder.discard(received)
  }
}
