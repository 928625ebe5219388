import {randomUUID} from 'node:crypto'

import type {LakeRequest} from '../lakeRequest.ts'
import type {AssetKind} from './createAssetFolder.ts'
import {uploadDetails} from './uploadDetails.ts'

interface AssetFields {
  _id: string
  _type: 'sanity.imageAsset' | 'sanity.fileAsset'
  sha1hash: string
  size: number
  extension: string
  mimeType: string
  metadata?: object
}

/**
 * Writes the document of an uploaded asset, as a transaction like any other, and answers it. Where the same
 * bytes were uploaded before, their document is answered as it is.
 */
export async function createAssetDocument(
  {search, dataset, identity, settings, transact, publicUrl}: LakeRequest,
  kind: AssetKind,
  name: string,
  fields: AssetFields,
) {
  const path = `${kind}/${settings.projectId}/${dataset}/${name}`
  const document = {
    ...fields,
    ...uploadDetails(search),
    assetId: fields.sha1hash,
    uploadId: randomUUID(),
    path,
    url: `${publicUrl()}/${path}`,
  }
  const mutations = () => [{createIfNotExists: document}]
  const {results} = await transact({dataset, identity, mutations})
  return {document: results[0]?.document}
}
