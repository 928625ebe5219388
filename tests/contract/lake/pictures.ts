import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'

import {expect} from './test.ts'

/** Four fields of colour, so that a crop can be told by its colours: red, green over blue, white. */
export async function fourFields(width: number, height: number) {
  const half = {width: width / 2, height: height / 2}
  const field = (background: string) =>
    sharp({create: {...half, channels: 3, background}})
      .png()
      .toBuffer()
  return sharp({create: {width, height, channels: 3, background: '#fff'}})
    .composite([
      {input: await field('#f00'), left: 0, top: 0},
      {input: await field('#0f0'), left: half.width, top: 0},
      {input: await field('#00f'), left: 0, top: half.height},
    ])
    .removeAlpha()
}

/** Uploads the four fields, 400 by 200 pixels. */
export async function uploadFields(lake: SanityClient, filename = 'fields.png') {
  const image = await (await fourFields(400, 200)).png().toBuffer()
  return lake.assets.upload('image', image, {filename})
}

/** An image as an address answers it; anything but success fails the test. */
export async function picture(url: string, accept = 'image/png') {
  const response = await fetch(url, {headers: {accept}})
  const bytes = Buffer.from(await response.arrayBuffer())
  expect({status: response.status, text: response.ok || bytes.toString()}).toEqual({
    status: 200,
    text: true,
  })
  const {width, height, format} = await sharp(bytes).metadata()
  return {bytes, width, height, format, headers: response.headers}
}

/** The colour of one pixel, rounded to what a picture cannot blur. */
export async function colourAt(bytes: Buffer, left: number, top: number) {
  const pixel = await sharp(bytes)
    .extract({left, top, width: 1, height: 1})
    .removeAlpha()
    .raw()
    .toBuffer()
  return [...pixel].map((channel) => Math.round(channel / 51) * 51)
}
