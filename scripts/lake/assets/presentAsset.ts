/** The types whose documents describe an uploaded file. */
const ASSET_TYPES: ReadonlySet<unknown> = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/**
 * Gives the document of an asset its `url`, from where the lake is reached now. It is not stored, so that
 * the data can move to another port or host. Other documents are returned as they are.
 */
export function presentAsset<T extends object>(document: T, publicUrl: string): T {
  if (!isLocalAsset(document)) return document
  return {...document, url: `${publicUrl}/${document.path}`}
}

/** The reverse of `presentAsset`: what is stored. A `url` of another server is kept. */
export function storedAsset<T extends object>(document: T, publicUrl: string): T {
  if (!('url' in document) || typeof document.url !== 'string') return document
  if (!isAsset(document) || !document.url.startsWith(`${publicUrl}/`)) return document
  const {url: _url, ...stored} = document
  return {...document, ...stored}
}

function isLocalAsset(document: object): document is {path: string} {
  return (
    isAsset(document) &&
    !('url' in document) &&
    'path' in document &&
    typeof document.path === 'string'
  )
}

function isAsset(document: object) {
  return '_type' in document && ASSET_TYPES.has(document._type)
}
