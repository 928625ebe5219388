import {expect, test} from 'vitest'

import {timeZoneName} from '../../../site/src/i18n/names.ts'

test.each([
  {locale: 'fr', zone: 'Europe/Athens', name: 'heure d’Europe de l’Est'},
  {locale: 'en', zone: 'Europe/Rome', name: 'Central European Time'},
  {locale: 'hr', zone: 'Europe/Zagreb', name: 'srednjoeuropsko vrijeme'},
] as const)('calls $zone in $locale $name, in winter as in summer', ({locale, zone, name}) => {
  expect(timeZoneName(zone, locale)).toBe(name)
})

test.each([undefined, '', 'here', 'Europe/Atlantis'])(
  'says nothing of the time zone %s',
  (zone) => {
    expect(timeZoneName(zone, 'fr')).toBeUndefined()
  },
)
