import type {Contributor} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {Citations} from './citations.ts'
import {pageLink} from './links.ts'

/** People by their role; a name only where content has one. */
export function peopleViews(
  content: Content,
  people: readonly Contributor[] | undefined,
  locale: Locale,
  citations: Citations,
) {
  return (people ?? []).map((person) => ({
    name: person.name,
    role: localized(person.role, locale),
    part: localized(person.part, locale),
    partner: pageLink(content, person.partner, locale),
    citation: citations.of(person.source),
  }))
}

export type PersonView = ReturnType<typeof peopleViews>[number]
