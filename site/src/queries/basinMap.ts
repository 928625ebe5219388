import type {Place} from '@coworkmed/schemas/content.generated'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'
import {comparePartialDates, parsePartialDate} from '@coworkmed/schemas/partialDates'

import type {Content} from '#content/createContent.ts'
import {query} from '#content/query.ts'
import {shortDateText} from '#i18n/dates.ts'
import type {LabelSide} from '#map/labelSides.ts'
import {labelSides} from '#map/labelSides.ts'
import type {Outlines} from '#map/outlines.ts'
import {outlines} from '#map/outlines.ts'
import type {GeoPoint} from '#map/projection.ts'
import {FRAME, projectionFor} from '#map/projection.ts'
import {routePath, routeSteps} from '#map/route.ts'
import {pointOf} from './places.ts'
import {theProject} from './project.ts'

/** A city on the map, with the dates of its meetings. */
export interface MapPlace {
  x: number
  y: number
  name: Localized<string>
  dates: string[]
  side: LabelSide
  isPresent: boolean
}

/** A meeting that has a point, as the map needs it. */
interface MeetingStop {
  id: string
  point: GeoPoint
  date: string | undefined
  city: Place['city']
}

/** The map of all meetings that have a point: their cities, and the way from one to the next; `""` when none is present. */
export const basinMap = query('basinMap', (content: Content, locale: Locale, presentId: string) => {
  const stops = meetingStops(content)
  const drawing = basinOutlines(content)
  if (!drawing) return undefined
  const project = projectionFor(stops.map(({point}) => point))
  const placed = stops.flatMap((stop) => {
    const at = project([stop.point.lng, stop.point.lat])
    return at ? [{...stop, x: Math.round(at[0]), y: Math.round(at[1])}] : []
  })
  const groups = [...Map.groupBy(placed, ({x, y}) => `${x} ${y}`).values()]
  const places = groups.flatMap((group) => placeOf(group, locale, presentId))
  const sides = labelSides(
    places.map((place) => ({...place, ...labelSize(place)})),
    FRAME,
    routeSteps(placed),
  )
  return {
    outlinesPath: `/map/${drawing.file}`,
    places: places.map((place, index) => ({...place, side: sides[index] ?? 'right'})),
    route: routePath(placed),
  }
})

export type BasinMapView = NonNullable<ReturnType<typeof basinMap>>

/** The drawing under the map, the same in all languages; none as long as no meeting has a point. */
export function basinOutlines(content: Content): Outlines | undefined {
  const points = meetingStops(content).map(({point}) => point)
  return points.length > 0 ? outlines(points, theProject(content)?.countries ?? []) : undefined
}

const meetingStops = query('meetingStops', (content: Content): MeetingStop[] =>
  content
    .ids('meeting')
    .map((id) => meetingStop(content, id))
    .filter((stop) => stop !== null)
    .toSorted((a, b) => comparePartialDates(a.date, b.date)),
)

const meetingStop = query('meetingStop', (content: Content, id: string): MeetingStop | null => {
  const meeting = content.get('meeting', {_ref: id})
  const point = pointOf(content, meeting?.place)
  return meeting && point && meeting.state?.value !== 'cancelled'
    ? {id, point, date: meeting.when?.start?.value, city: meeting.place?.city}
    : null
})

function placeOf(
  group: readonly (MeetingStop & {x: number; y: number})[],
  locale: Locale,
  presentId: string,
): Omit<MapPlace, 'side'>[] {
  const [first] = group
  const name = localized(first?.city, locale)
  if (!first || !name) return []
  const dates = group
    .map(({date}) => parsePartialDate(date))
    .filter((date) => date !== undefined)
    .map((date) => shortDateText(date, locale))
  const isPresent = group.some(({id}) => id === presentId)
  return [{x: first.x, y: first.y, name, dates, isPresent}]
}

/** Roughly what a label covers: the name as large as narrow screens show it, or the dates of wide ones. */
function labelSize({name, dates}: {name: Localized<string>; dates: string[]}) {
  const width = Math.max(name.value.length * NAME_LETTER, dates.join(' · ').length * DATE_LETTER)
  return {width, height: (dates.length > 0 ? 2 : 1) * LINE}
}

const NAME_LETTER = 14
const DATE_LETTER = 7
const LINE = 19
