import type {Takeaway} from '@coworkmed/schemas/content.generated'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument} from '#content/documents.ts'
import {query} from '#content/query.ts'
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
  return content.referring('meeting', document._id).flatMap(({_id}) => {
    const about = takeawaysOf(content, _id, locale).filter(({ids}) => ids.includes(document._id))
    const from = pageLink(content, {_ref: _id}, locale)
    return from ? about.map(({title, text}) => ({title, text, from})) : []
  })
}

/** Asked by the pages of all that a meeting speaks of: what it taught, and the ids of what that is about. */
const takeawaysOf = query('takeawaysOf', (content: Content, id: string, locale: Locale) => {
  const meeting = content.get('meeting', {_ref: id}, locale)
  return (meeting?.takeaways ?? []).map(
    ({title, text, policies = [], partners = [], types = []}) => ({
      title: localized(title, locale),
      text: localized(text, locale),
      ids: [...policies, ...partners, ...types].map(({_ref}) => _ref),
    }),
  )
})
