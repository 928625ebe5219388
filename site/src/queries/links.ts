import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {DocumentsByType, PageDocument, PageType, ReferenceTo} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {localizedPath} from '#i18n/localizedPath.ts'

/** A page to go to, by its title. */
export interface PageLink {
  path: string
  title: Localized<string>
}

/** The link to a document's page; `undefined` when visitors may see no language of it. */
export const pageLink = (
  content: Content,
  reference: {_ref: string} | undefined,
  locale: Locale,
): PageLink | undefined => (reference && linkTo(content, reference._ref, locale)) ?? undefined

/** Asked by every page that names the document; they change when its title or address does, not with its text. */
const linkTo = query('linkTo', (content: Content, id: string, locale: Locale): PageLink | null => {
  const document: PageDocument | undefined = content.getPage({_ref: id})
  const title = localized(document?.title, locale)
  const path = document && localizedPath(content, document, locale)
  return title && path ? {path, title} : null
})

/** Links to what references point to; unpublished documents leave no trace. */
export function pageLinks<Type extends PageType>(
  content: Content,
  references: readonly ReferenceTo<Type>[] | undefined,
  locale: Locale,
): PageLink[] {
  return (references ?? [])
    .map((reference) => pageLink(content, reference, locale))
    .filter((link) => link !== undefined)
}

/** Links to the documents of a type that refer to a document in the way that `includes` looks for. */
export function referringLinks<Type extends PageType>(
  content: Content,
  {type, id, locale}: {type: Type; id: string; locale: Locale},
  includes: (document: DocumentsByType[Type]) => boolean,
): PageLink[] {
  return content
    .referring(type, id)
    .filter(includes)
    .map(({_id}) => pageLink(content, {_ref: _id}, locale))
    .filter((link) => link !== undefined)
}

/** Whether a reference points to a document; one that content written by programs lacks points nowhere. */
export const refersTo = (reference: {_ref: string} | undefined, id: string): boolean =>
  reference?._ref === id
