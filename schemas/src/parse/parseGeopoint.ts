import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import {knownFields} from './knownFields.ts'
import type {Parser} from './parser.ts'
import {inside, leaveOut} from './place.ts'
import {parseNumberOrNone} from './scalars.ts'
import {withChanges} from './withChanges.ts'

/** A point of a map, in degrees, with its height where there is one. */
export const parseGeopoint: Parser = (value, place) => {
  if (!isRecord(value) || !isWithin(value.lat, NORTHERNMOST) || !isWithin(value.lng, 180))
    return leaveOut(place, expectations.point, value)
  return withChanges(knownFields(value, place, FIELDS), {
    _type: 'geopoint',
    alt: parseNumberOrNone(value.alt, inside(place, 'alt'), value),
  })
}

/** No map in which points are chosen goes further, and none of the site’s can draw a pole. */
const NORTHERNMOST = 85.06

const FIELDS = new Set(['_key', '_type', 'lat', 'lng', 'alt'])

const isWithin = (degrees: unknown, most: number) =>
  typeof degrees === 'number' && Math.abs(degrees) <= most
