import type {AlternativeName} from '@coworkmed/schemas/content.generated'

import {languageName} from '#i18n/names.ts'
import {openPeriodText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'

/** Other names something has or had, with what tells them apart: their language, their time. */
export function otherNames(names: readonly AlternativeName[] | undefined, t: Translator) {
  return (names ?? []).map(({name, language, period}) => ({
    name,
    language,
    notes: [
      language && language !== t.locale ? languageName(language, t.locale) : undefined,
      openPeriodText(period, t),
    ].filter((note) => note !== undefined),
  }))
}

export type OtherName = ReturnType<typeof otherNames>[number]
