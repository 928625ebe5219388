import {imageFileName, imageId, type ImageName, parseImageName} from '../assets/assetName.ts'
import {imageMimeType, IMAGE_FORMATS} from '../assets/imageFormats.ts'
import {asksForOriginal, type ImageTransform, parseTransform} from '../assets/parseTransform.ts'
import {renderedFormat} from '../assets/renderedFormat.ts'
import {renderImage, type RenderedFormat} from '../assets/renderImage.ts'
import {notFound} from '../errors.ts'
import {assetResponse, fileResponse} from '../http/fileResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/**
 * `GET /images/:project/:dataset/:name`: an image as it is stored, or cut, sized and written as the address asks.
 * Throws 404, also when its document was deleted, and 400 for a parameter that is unknown or out of range.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export async function image(request: LakeRequest) {
  const {search, store, dataset, assets, params} = request
  const name = parseImageName(params['name'] ?? '')
  const mimeType = name && imageMimeType(name.extension)
  if (!mimeType) throw notFound('An image is called <sha1>-<width>x<height>.<extension>.')
  if (!store.read(dataset, imageId(name))) throw notFound('There is no such image in this lake.')
  const path = assets.folder.pathOf('images', dataset, imageFileName(name))
  const saveAs = search.get('dl')
  const saving = saveAs === null ? {} : {saveAs: saveAs || imageFileName(name)}

  const transform = parseTransform(search)
  if (asksForOriginal(search) || isDrawing(name, transform)) {
    return fileResponse(path, {mimeType, ...saving})
  }
  const {bytes, format} = await rendered(request, {path, name}, transform)
  const response = assetResponse(bytes, {mimeType: IMAGE_FORMATS[format].mimeType, ...saving})
  response.headers.set('vary', 'Accept')
  return response
}

/** A drawing is sharp at every size, and stays one unless pixels are asked for. */
function isDrawing({extension}: ImageName, {format}: ImageTransform) {
  return extension === 'svg' && format === undefined
}

async function rendered(
  {headers, assets}: LakeRequest,
  {path, name}: {path: string; name: ImageName},
  transform: ImageTransform,
) {
  const format = renderedFormat(name.extension, transform, headers.get('accept') ?? '')
  const key = JSON.stringify([path, transform, format])
  const limited = isLarge(name, transform, format) ? assets.limitedLarge : assets.limited
  const bytes = await assets.rendered.get(key, () =>
    limited(() => renderImage({path, name}, transform, format)),
  )
  return {bytes: new Uint8Array(bytes), format}
}

const LARGE_PIXELS = 6e6
/** So many times as long AVIF takes as anything else. */
const AVIF_WEIGHT = 6

/** Whether it takes seconds to write. */
function isLarge(name: ImageName, {width, height}: ImageTransform, format: RenderedFormat) {
  const pixels =
    (width ?? (height ? (height * name.width) / name.height : name.width)) *
    (height ?? (width ? (width * name.height) / name.width : name.height))
  return pixels * (format === 'avif' ? AVIF_WEIGHT : 1) > LARGE_PIXELS
}
