import type {Content} from '#content/createContent.ts'
import {sitePages} from './sitePages.ts'

/** The parameters of `/[locale]/`, as Astro asks for them. */
export const localeParams = (content: Content) => paramsOf(content, ['locale'])

/** The parameters of `/[locale]/[section]/`. */
export const sectionParams = (content: Content) => paramsOf(content, ['locale', 'section'])

/** The parameters of `/[locale]/[section]/[slug]/`. */
export const documentParams = (content: Content) => paramsOf(content, ['locale', 'section', 'slug'])

/** Addresses of as many parts as there are names, error pages aside: those have a route of their own. */
function paramsOf(content: Content, names: readonly string[]) {
  return sitePages(content)
    .filter(({view, locale}) => locale !== null && view !== 'notFound')
    .map(({path}) => path.split('/').slice(1, -1))
    .filter((parts) => parts.length === names.length)
    .map((parts) => ({
      params: Object.fromEntries(names.map((name, index) => [name, parts[index]])),
    }))
}
