import type {Section} from '@coworkmed/schemas/locales'
import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageType} from '#content/documents.ts'
import {sectionOf} from '#i18n/localizedPath.ts'
import {documentPaths} from './documentPaths.ts'

/** The home page in every language, as Astro asks for it. */
export const homeStaticPaths = () =>
  localeIds.map((locale) => ({params: {locale}, props: {locale}}))

/** A section's page in every language, its word in the parameter of the section's name. */
export const sectionStaticPaths = (section: Section) =>
  localeIds.map((locale) => ({
    params: {locale, [section]: localeDefinition(locale).paths[section]},
    props: {locale},
  }))

/** Every page of a type of document, in every language. */
export const documentStaticPaths = (content: Content, type: PageType) =>
  documentPaths(content, type).map(({locale, sectionWord, slug, id}) => ({
    params: {locale, [sectionOf(type)]: sectionWord, slug},
    props: {locale, id},
  }))
