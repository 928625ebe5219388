import {isRecord} from '../isRecord.ts'
import {expectations} from './expectations.ts'
import type {ObjectShape} from './objectParser.ts'
import {parseFields} from './objectParser.ts'
import {imageAsset} from './imageAsset.ts'
import {knownFields} from './knownFields.ts'
import {referenceParser} from './referenceParser.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'
import {parseNumberOrNone} from './scalars.ts'
import {withChanges} from './withChanges.ts'

/** Parses images with the fields of their own; one without an asset is left out. */
export const imageParser =
  (shape: ObjectShape): Parser =>
  (value, place) => {
    if (!isRecord(value)) return leaveOut(place, expectations.image, value)
    const {asset, crop, hotspot, media: _media, ...rest} = value
    if (asset === undefined || asset === null)
      return leaveOut(inside(place, 'asset'), expectations.image, '')
    const parsed = parseAsset(asset, inside(place, 'asset'), value)
    if (parsed === undefined) return undefined
    const fields = parseFields(rest, place, shape)
    return withChanges(fields === rest ? value : {...fields, asset, crop, hotspot}, {
      ...(shape.type === undefined ? {} : {_type: shape.type}),
      asset: parsed,
      crop: parseCrop(crop, inside(place, 'crop')),
      hotspot: parseHotspot(hotspot, inside(place, 'hotspot')),
      media: undefined,
    })
  }

const parseAsset = referenceParser([imageAsset.name])

function parseCrop(crop: unknown, place: Place) {
  if (crop === undefined || crop === null) return undefined
  const {top, bottom, left, right} = isRecord(crop) ? crop : {}
  const isShown =
    [top, bottom, left, right].every(isPart) && sum(top, bottom) < 1 && sum(left, right) < 1
  return isRecord(crop) && isShown
    ? withChanges(knownFields(crop, place, CROP), {_type: 'sanity.imageCrop'})
    : leaveOut(place, expectations.crop, crop)
}

function parseHotspot(hotspot: unknown, place: Place) {
  if (hotspot === undefined || hotspot === null) return undefined
  if (!isRecord(hotspot) || !isPart(hotspot.x) || !isPart(hotspot.y))
    return leaveOut(place, expectations.hotspot, hotspot)
  return withChanges(knownFields(hotspot, place, HOTSPOT), {
    _type: 'sanity.imageHotspot',
    width: parseNumberOrNone(hotspot.width, inside(place, 'width'), hotspot),
    height: parseNumberOrNone(hotspot.height, inside(place, 'height'), hotspot),
  })
}

const CROP = new Set(['_type', 'top', 'bottom', 'left', 'right'])
const HOTSPOT = new Set(['_type', 'x', 'y', 'width', 'height'])

const isPart = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1

const sum = (one: unknown, other: unknown) => Number(one) + Number(other)
