import {createHash} from 'node:crypto'

import {geoPath} from 'd3-geo'
import {feature, mesh} from 'topojson-client'

import type {GeoPoint} from './projection.ts'
import {projectionFor} from './projection.ts'
import {worldAtlas} from './worldAtlas.ts'

/** The drawing under a map: land, member countries, borders. One file for all languages. */
export interface Outlines {
  /** Its file name, with the digest of its content. */
  file: string
  svg: string
}

/** Draws the countries around the points; the members apart, so that they can be coloured. */
export function outlines(points: readonly GeoPoint[], members: readonly string[]): Outlines {
  const key = JSON.stringify([points, members])
  const known = drawn.get(key)
  if (known) return known
  const svg = draw(points, members)
  const digest = createHash('sha256').update(svg).digest('hex').slice(0, 12)
  const made = {file: `basin.${digest}.svg`, svg}
  drawn.set(key, made)
  return made
}

const drawn = new Map<string, Outlines>()

function draw(points: readonly GeoPoint[], members: readonly string[]) {
  const atlas = worldAtlas()
  const path = geoPath(projectionFor(points)).digits(1)
  const {countries, land} = atlas.objects
  const names = new Set(members.map(atlasName))
  const member = feature(atlas, countries).features.filter(({properties}) =>
    names.has(properties.name),
  )
  const borders = mesh(atlas, countries, (a, b) => a !== b)
  const shapes = {
    land: path(feature(atlas, land)),
    members: member.map((each) => path(each)).join(''),
    borders: path(borders),
  }
  const paths = Object.entries(shapes).map(([id, d]) => `<path id="${id}" d="${d ?? ''}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg">${paths.join('')}</svg>\n`
}

/** The atlas names countries in English; content has their codes. */
const atlasName = (code: string) =>
  new Intl.DisplayNames('en', {type: 'region', fallback: 'code'}).of(code) ?? code
