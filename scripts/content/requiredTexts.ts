import {localizedFields} from '@coworkmed/schemas/localized/walk'

import type {SeedDocument} from './compile/seedDocument.ts'

/** The meeting whose whole page exists in every language. */
const WHOLE_MEETING = 'meeting-2017-10-05-florence'

/** Types that are so short that every language has all of them. */
const wholeTypes = ['siteSettings', 'accessibilityStatement']

const requiredPaths = [
  /^(title|shortName|summary)$/,
  /^(theme|heading|introduction)$/,
  /^place\.city$/,
  /^definitions\[.+\]\.text$/,
]

/** The paths of a document that every language must have, addresses left out: they follow from titles. */
export function requiredTexts(document: SeedDocument): string[] {
  const isWhole = document._id === WHOLE_MEETING || wholeTypes.includes(document._type)
  return localizedFields(document)
    .map(({path}) => path)
    .filter(
      (path) => path !== 'slug' && (isWhole || requiredPaths.some((known) => known.test(path))),
    )
}
