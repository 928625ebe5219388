/// <reference types="astro/client" />
import {presimplify, quantile, simplify} from 'topojson-simplify'
import type {GeometryCollection, Topology} from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json?raw'

/** The countries of the world by their English names, and their land as one. */
export type WorldAtlas = Topology<{
  countries: GeometryCollection<{name: string}>
  land: GeometryCollection
}>

/** Natural Earth's outlines, as detailed as a map of a page's width can show. Read once. */
export function worldAtlas(): WorldAtlas {
  if (!simplified) {
    const weighted = presimplify(parseAtlas(JSON.parse(atlas)))
    simplified = simplify(weighted, quantile(weighted, DROPPED_SHARE))
  }
  return simplified
}

/** The share of points left out, the least visible first. */
const DROPPED_SHARE = 0.66

let simplified: WorldAtlas | undefined

function parseAtlas(value: unknown): WorldAtlas {
  if (isWorldAtlas(value)) return value
  throw new Error('world-atlas/countries-50m.json does not hold countries and land any more.')
}

function isWorldAtlas(value: unknown): value is WorldAtlas {
  if (typeof value !== 'object' || value === null || !('objects' in value)) return false
  const {objects} = value
  return (
    typeof objects === 'object' && objects !== null && 'countries' in objects && 'land' in objects
  )
}
