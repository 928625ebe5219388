import type {SlugValidationContext} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {addressKey} from './addressSlug.ts'
import {publicSlugs} from './publicSlugs.ts'

/**
 * Whether no other document of the type answers at this address, drafts included. It asks what the site asks: in each
 * language a document stands at its own slug or at one it borrows.
 */
export async function isUniqueSlug(slug: string, context: SlugValidationContext): Promise<boolean> {
  const {document, getClient} = context
  if (!document) return true
  const id = document._id.replace(/^drafts\./, '')
  const query = `*[_type == $type && !(_id in [$id, "drafts." + $id])
    && count(slug[lower(value.current) == $slug]) > 0]{title, slug, translations}`
  const params = {type: document._type, id, slug: addressKey(slug)}
  const others: unknown = await getClient({apiVersion: '2025-02-19'}).fetch(query, params, {
    perspective: 'raw',
  })
  const taken = new Set((Array.isArray(others) ? others : []).filter(isRecord).flatMap(addressesOf))
  return !addressesOf(document)
    .filter((address) => address.endsWith(` ${addressKey(slug)}`))
    .some((address) => taken.has(address))
}

const addressesOf = (document: object) =>
  publicSlugs(document).map(({language, current}) => `${language} ${addressKey(current)}`)
