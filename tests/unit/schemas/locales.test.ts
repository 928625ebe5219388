import {localeIds, locales} from '@coworkmed/schemas/locales'
import {isSlug} from '@coworkmed/schemas/localized/slugify'
import {expect, test} from 'vitest'

test.each(locales)('$id has path words that are addresses, and no two alike', ({paths}) => {
  const words = Object.values(paths)

  expect(words.filter((word) => !isSlug(word))).toEqual([])
  expect(new Set(words).size).toBe(words.length)
})

test.each(locales)(
  '$id falls back to languages that exist, and not to itself',
  ({id, fallback}) => {
    expect(
      fallback.filter((other) => other === id || !localeIds.some((known) => known === other)),
    ).toEqual([])
  },
)

test.each(locales)('$id has an Intl tag the platform knows', ({intl}) => {
  expect(Intl.DateTimeFormat.supportedLocalesOf(intl)).toEqual([intl])
})
