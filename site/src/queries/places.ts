import type {Place} from '@coworkmed/schemas/content.generated'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {countryName} from '#i18n/names.ts'

/** Where something is, as far as it is known, from the building to the country. */
export interface PlaceView {
  venue: string | undefined
  street: string | undefined
  city: Localized<string> | undefined
  region: Localized<string> | undefined
  country: string | undefined
}

/** A place in words. `undefined` when nothing of it is known. */
export function placeView(
  content: Content,
  place: Place | undefined,
  locale: Locale,
): PlaceView | undefined {
  const region = content.get('region', place?.region)
  const country = place?.country ?? region?.country
  const view = {
    venue: place?.venue,
    street: place?.street,
    city: localized(place?.city, locale),
    region: localized(region?.title, locale),
    country: country && countryName(country, locale),
  }
  return Object.values(view).some(Boolean) ? view : undefined
}

/** The two nearest things known, for lists: `Florence, Toscane`, `Zagreb, Croatie`, `Grèce`. */
export function shortPlace(place: PlaceView | undefined, locale: Locale): Localized<string>[] {
  const country = place?.country ? {value: place.country, locale} : undefined
  const {city, region} = place ?? {}
  const wider = region?.value === city?.value ? country : (region ?? country)
  return [city, wider].filter((part) => part !== undefined)
}

/** Where on the map: the place's own point, else its region's. */
export function pointOf(
  content: Content,
  place: Place | undefined,
): {lat: number; lng: number} | undefined {
  const {lat, lng} = place?.point ?? content.get('region', place?.region)?.point ?? {}
  return lat === undefined || lng === undefined ? undefined : {lat, lng}
}
