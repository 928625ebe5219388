import {createClient} from '@sanity/client'

import {inLanguages} from '../inLanguages.ts'
import type {Line} from './line.ts'

/** The official client on the content of a running line. */
export const contentOf = (line: Line, perspective: 'raw' | 'published' | 'drafts') =>
  createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: line.lake,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective,
  })

/** A title by language. */
export const titleIn = (titles: Record<string, string>) => inLanguages(titles)

/** An address by language. */
export function slugIn(slugs: Record<string, string>) {
  const values = Object.entries(slugs).map(([locale, current]) => [
    locale,
    {_type: 'slug', current},
  ])
  return inLanguages(Object.fromEntries(values), 'Slug')
}

/** A published meeting in French, with its id as its address. */
export function publishMeeting(line: Line, id: string, title: string) {
  const texts = {title: titleIn({fr: title}), slug: slugIn({fr: id})}
  return contentOf(line, 'raw').createOrReplace({_id: id, _type: 'meeting', ...texts})
}

/** Id and revision of everything that is published: two equal lists are the same content. */
export function publishedRevisions(line: Line): Promise<string[]> {
  const query = '*[!(_id in path("_.**"))] | order(_id asc) {"r": _id + " " + _rev}.r'
  return contentOf(line, 'published').fetch(query)
}
