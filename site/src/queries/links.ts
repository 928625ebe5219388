import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {DocumentsByType, PageDocument, PageType, ReferenceTo} from '#content/documents.ts'
import {localizedPath} from '#i18n/localizedPath.ts'

/** A page to go to, by its title. */
export interface PageLink {
  path: string
  title: Localized<string>
}

/** The link to a document's page; `undefined` when visitors may see no language of it. */
export function pageLink(document: PageDocument | undefined, locale: Locale): PageLink | undefined {
  const title = localized(document?.title, locale)
  const path = document && localizedPath(document, locale)
  return title && path ? {path, title} : undefined
}

/** Links to what references point to; unpublished documents leave no trace. */
export function pageLinks<Type extends PageType>(
  content: Content,
  references: readonly ReferenceTo<Type>[] | undefined,
  locale: Locale,
): PageLink[] {
  return (references ?? [])
    .map((reference) => pageLink(content.get(reference), locale))
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
    .map((document) => pageLink(document, locale))
    .filter((link) => link !== undefined)
}

/** Whether a reference points to a document; one that content written by programs lacks points nowhere. */
export const refersTo = (reference: {_ref: string} | undefined, id: string): boolean =>
  reference?._ref === id
