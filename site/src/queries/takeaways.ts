import type {Takeaway} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument} from '#content/documents.ts'
import type {PageLink} from './links.ts'
import {pageLink, pageLinks} from './links.ts'

/** One thing a meeting taught, with the pages it speaks of. */
export function takeawayView(content: Content, takeaway: Takeaway, locale: Locale) {
  return {
    title: localized(takeaway.title, locale),
    text: localized(takeaway.text, locale),
    speaksOf: [
      ...pageLinks(content, takeaway.policies, locale),
      ...pageLinks(content, takeaway.partners, locale),
      ...pageLinks(content, takeaway.types, locale),
    ],
  }
}

export type TakeawayView = ReturnType<typeof takeawayView>

/** What the meetings say about a policy, an organisation or a type, each with its meeting. */
export function takeawaysAbout(content: Content, document: PageDocument, locale: Locale) {
  return content.referring('meeting', document._id).flatMap((meeting) => {
    const about = (meeting.takeaways ?? []).filter((takeaway) => mentions(takeaway, document._id))
    const from = pageLink(content, {_ref: meeting._id}, locale)
    return from ? about.map((takeaway) => toldAt(takeaway, from)) : []
  })

  function toldAt(takeaway: Takeaway, from: PageLink) {
    const {title, text} = takeawayView(content, takeaway, locale)
    return {title, text, from}
  }
}

function mentions({policies = [], partners = [], types = []}: Takeaway, id: string) {
  return [...policies, ...partners, ...types].some((reference) => reference._ref === id)
}
