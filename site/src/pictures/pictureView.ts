import type {Picture} from '@coworkmed/schemas/content.generated'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {Rectangle} from './cropRectangle.ts'
import {cropRectangle} from './cropRectangle.ts'
import type {PictureFile, PictureFormat} from './pictureFile.ts'
import {pictureFile} from './pictureFile.ts'

/** A picture as a page shows it, with the files that must exist for it. */
export interface PictureView {
  alt: Localized<string> | undefined
  caption: Localized<string> | undefined
  credit: string | undefined
  src: string
  width: number
  height: number
  sources: {type: string; srcset: string}[]
  files: PictureFile[]
}

/** What to show of a picture. `undefined` when it has no published image, or one of unknown size. */
export function pictureView(
  content: Content,
  picture: Picture | undefined,
  locale: Locale,
  ratio?: number,
): PictureView | undefined {
  const asset = content.get('sanity.imageAsset', picture?.asset)
  const size = asset?.metadata?.dimensions
  if (!picture || !asset?.url || !size) return undefined
  const {url} = asset
  const {width, height} = size
  const {crop, hotspot} = picture
  const rectangle = cropRectangle({width, height, crop, hotspot, ratio})
  const fallback: PictureFormat = asset.metadata?.hasAlpha ? 'png' : 'jpeg'
  const widths = shownWidths(rectangle)
  const files = (format: PictureFormat) =>
    widths.map((shown) => pictureFile({assetId: asset._id, url, rectangle, width: shown, format}))
  const modern = (['avif', 'webp'] as const).map((format) => ({format, files: files(format)}))
  const plain = files(fallback)
  const largest = plain.at(-1)
  if (!largest) return undefined
  return {
    alt: localized(picture.alt, locale),
    caption: localized(picture.caption, locale),
    credit: picture.credit,
    src: largest.path,
    width: largest.width,
    height: largest.height,
    sources: modern.map(({format, files: each}) => ({
      type: `image/${format}`,
      srcset: each.map(({path, width: shown}) => `${path} ${shown}w`).join(', '),
    })),
    files: [...modern.flatMap((each) => each.files), largest],
  }
}

/** Widths a picture is made in; never larger than the original. */
const WIDTHS_PX = [480, 960, 1600]

/** The longest side that WebP holds. @see https://developers.google.com/speed/webp/docs/riff_container */
const LONGEST_PX = 16_383

function shownWidths(shown: Rectangle) {
  const highest = Math.floor((LONGEST_PX * shown.width) / shown.height)
  const available = Math.max(1, Math.min(shown.width, highest))
  const smaller = WIDTHS_PX.filter((width) => width < available)
  const widest = WIDTHS_PX.at(-1) ?? available
  return smaller.length < WIDTHS_PX.length ? [...smaller, Math.min(available, widest)] : smaller
}
