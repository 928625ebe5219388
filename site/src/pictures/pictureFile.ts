import {createHash} from 'node:crypto'

import type {Rectangle} from './cropRectangle.ts'
import {pictureMaker} from './pictureMaker.ts'

export type PictureFormat = 'avif' | 'webp' | 'jpeg' | 'png'

/** How a file of the site is made from an original. */
export interface PictureRecipe {
  /** The asset's id, which holds the digest of its bytes. */
  assetId: string
  /** Where the original is fetched from. */
  url: string
  rectangle: Rectangle
  width: number
  format: PictureFormat
}

/** A file of the site, and how it is made. */
export interface PictureFile extends PictureRecipe {
  /** Its address, named by everything that decides its bytes. */
  path: string
  height: number
}

/** The file a recipe makes. */
export function pictureFile(recipe: PictureRecipe, maker: string = pictureMaker): PictureFile {
  const {assetId, rectangle, width, format} = recipe
  const decides = JSON.stringify([maker, assetId, rectangle, width, format])
  const name = createHash('sha256').update(decides).digest('hex').slice(0, 20)
  const height = Math.max(1, Math.round((width * rectangle.height) / rectangle.width))
  return {...recipe, height, path: `/pictures/${name}.${format === 'jpeg' ? 'jpg' : format}`}
}
