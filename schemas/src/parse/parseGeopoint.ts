import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {leaveOut} from './place.ts'

/** A point of the globe, in degrees. */
export const parseGeopoint: Parser = (value, place) => {
  const {lat, lng} = isRecord(value) ? value : {}
  return isWithin(lat, 90) && isWithin(lng, 180)
    ? value
    : leaveOut(place, expectations.point, value)
}

const isWithin = (degrees: unknown, most: number) =>
  typeof degrees === 'number' && Math.abs(degrees) <= most
