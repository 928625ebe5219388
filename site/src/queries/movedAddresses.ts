import type {FormerSlug} from '@coworkmed/schemas/content.generated'
import {isAddressSlug} from '@coworkmed/schemas/localized/addressSlug'
import type {Locale, Section} from '@coworkmed/schemas/locales'
import {isLocale, localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageType} from '#content/documents.ts'
import {pageTypes} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {sectionOf, sectionPath, wantedPath} from '#i18n/localizedPath.ts'
import {documentPages, documentPath} from './documentPages.ts'

/** An address at which a page once stood. */
export interface GoneAddress {
  path: string
  locale: Locale
  section: Section
}

/** Such an address, and where the page is now. */
interface MovedAddress extends GoneAddress {
  /** The document that moved. */
  id: string
  to: string
}

/**
 * What became of every address that once had a page, by the order of addresses. One that has a page now is in neither
 * list, so that nothing leads in a circle; one that two documents had leads to the younger, which had it last.
 */
export const movedAddresses = query('movedAddresses', (content: Content) => {
  const ids = pageTypes.flatMap((type) => content.ids(type))
  const live = new Set(ids.flatMap((id) => documentPages(content, id)).map(documentPath))
  const former = ids
    .map((id) => formerAddresses(content, id))
    .filter(({moved, gone}) => moved.length + gone.length > 0)
    .toSorted((a, b) => (a.created > b.created ? -1 : 1))

  const moved = firstOfEach(
    former.flatMap((each) => each.moved).filter(({path}) => !live.has(path)),
  )
  const redirected = new Set(moved.map(({path}) => path))
  const gone = firstOfEach(
    [
      ...former.flatMap((each) => each.gone),
      ...pageTypes.flatMap((type) => withdrawnAddresses(content, type)),
      ...tombstoneAddresses(content),
    ].filter(({path}) => !live.has(path) && !redirected.has(path)),
  )
  return {moved, gone}
})

/** Where a document stood before. One that visitors may see in no language any more has gone from there. */
const formerAddresses = query('formerAddresses', (content: Content, id: string) => {
  const document = content.getPage({_ref: id})
  const pages = documentPages(content, id)
  const before = document ? addressesOf(document._type, document.formerSlugs) : []
  const moved = before.flatMap((each): MovedAddress[] => {
    const page = pages.find(({locale}) => locale === each.locale)
    return page ? [{...each, id, to: documentPath(page)}] : []
  })
  return {
    created: document && before.length > 0 ? `${document._createdAt} ${id}` : '',
    moved,
    gone: pages.length === 0 ? before : [],
  }
})

/** Where the documents of a type stood that their `unpublishAt` took off the site. */
const withdrawnAddresses = query('withdrawnAddresses', (content: Content, type: PageType) =>
  content.withdrawn(type).flatMap((document) => [
    ...localeIds.flatMap((locale): GoneAddress[] => {
      const path = wantedPath(document, locale)
      return path ? [{path, locale, section: sectionOf(type)}] : []
    }),
    ...addressesOf(type, document.formerSlugs),
  ]),
)

/** Where documents stood that were withdrawn by hand. */
const tombstoneAddresses = query('tombstoneAddresses', (content: Content) =>
  content
    .list('tombstone')
    .flatMap(({formerType, addresses}) => (formerType ? addressesOf(formerType, addresses) : [])),
)

function addressesOf(type: PageType, slugs: readonly FormerSlug[] | undefined): GoneAddress[] {
  const section = sectionOf(type)
  return (slugs ?? []).flatMap(({language, current}) =>
    isLocale(language) && isAddressSlug(current)
      ? [{path: `${sectionPath(section, language)}${current}/`, locale: language, section}]
      : [],
  )
}

/** Each address once, by the order of its letters. */
function firstOfEach<Address extends GoneAddress>(addresses: readonly Address[]): Address[] {
  const first = new Map<string, Address>()
  for (const each of addresses) if (!first.has(each.path)) first.set(each.path, each)
  return [...first.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
