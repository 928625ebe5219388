import type {GeoProjection} from 'd3-geo'
import {geoConicConformal} from 'd3-geo'

/** Degrees north and east. */
export interface GeoPoint {
  lat: number
  lng: number
}

/** The frame all places of a map lie in, in the map's own units. */
export const FRAME = {width: 640, height: 400} as const

/** How far the drawing goes on beyond the frame, so that no edge of it is ever seen. */
const BEYOND = {x: 520, y: 220} as const

/** A projection in which the points fill the frame, north up in its middle. */
export function projectionFor(points: readonly GeoPoint[]): GeoProjection {
  const lats = points.map(({lat}) => lat)
  const lngs = points.map(({lng}) => lng)
  const [south, north] = widened(Math.min(...lats), Math.max(...lats), LEAST_DEGREES.lat)
  const [west, east] = widened(Math.min(...lngs), Math.max(...lngs), LEAST_DEGREES.lng)
  const corners: [number, number][] = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ]
  return geoConicConformal()
    .parallels([south, north])
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [MARGIN.x, MARGIN.y],
        [FRAME.width - MARGIN.x, FRAME.height - MARGIN.y],
      ],
      {type: 'MultiPoint', coordinates: corners},
    )
    .precision(0.3)
    .clipExtent([
      [-BEYOND.x, -BEYOND.y],
      [FRAME.width + BEYOND.x, FRAME.height + BEYOND.y],
    ])
}

/** Room for labels between the outermost points and the frame. */
const MARGIN = {x: 90, y: 50} as const

/** A map of one city still shows the country around it. */
const LEAST_DEGREES = {lat: 7, lng: 12} as const

function widened(least: number, most: number, span: number): [number, number] {
  const missing = Math.max(0, span - (most - least)) / 2
  return [least - missing, most + missing]
}
