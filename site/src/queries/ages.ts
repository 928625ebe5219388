import type {Target} from '@coworkmed/schemas/content.generated'

import type {Translator} from '#i18n/translator.ts'

/** `18–40 ans`, `moins de 40 ans`: whether the oldest age is itself included is said only when known. */
export function ageText(target: Target | undefined, t: Translator): string | undefined {
  const {ageMin: min, ageMax: max, ageMaxIncluded: included} = target ?? {}
  if (max === undefined) return min === undefined ? undefined : t('age.from', {min})
  if (min === undefined) return t(upTo(included), {max})
  return t(range(included), {min, max})
}

function upTo(included: boolean | undefined) {
  if (included === undefined) return 'age.upTo'
  return included ? 'age.upToIncluded' : 'age.under'
}

function range(included: boolean | undefined) {
  if (included === undefined) return 'age.range'
  return included ? 'age.rangeIncluded' : 'age.rangeUnder'
}
