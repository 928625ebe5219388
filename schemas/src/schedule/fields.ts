import {defineField} from '@sanity/types'
import type {CustomValidator} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {withdrawnSince} from './schedule.ts'

/** When a draft goes out by itself. */
export const publishAtField = defineField({
  name: 'publishAt',
  title: 'Publish on',
  type: 'datetime',
  group: 'publication',
  description:
    'Empty: the page goes out when you publish it. With a moment ahead, it goes out by itself then, as it is by then. The hour is that of your computer.',
  validation: (rule) => rule.custom<string>(isStillAhead).warning(),
})

/** From when on a page is off the site. */
export const unpublishAtField = defineField({
  name: 'unpublishAt',
  title: 'Take off the site on',
  type: 'datetime',
  group: 'publication',
  description:
    'From this moment on the page is not on the site, and its address says that it was withdrawn.',
  validation: (rule) => [
    rule.custom<string>(comesAfterPublishing),
    rule.custom<string>(isNotOver).warning(),
  ],
})

/** What a validation of ours needs to know of the document and of what is published. */
interface Context {
  document?: {_id: string; publishAt?: unknown} | undefined
  getClient: (options: {apiVersion: string}) => {getDocument: (id: string) => Promise<unknown>}
}

/** A draft can only wait for a moment ahead. What went out at its moment keeps that moment, and nobody need hear of it. */
export async function isStillAhead(moment: string | undefined, {document, getClient}: Context) {
  if (!moment || Date.parse(moment) > Date.now()) return true
  if (!document?._id.startsWith('drafts.')) return true
  const publishedId = document._id.replace(/^drafts\./, '')
  const published = await getClient({apiVersion: '2025-02-19'}).getDocument(publishedId)
  if (isRecord(published) && published.publishAt === moment) return true
  return 'This moment has passed: the page goes out when you publish it.'
}

/** A page comes off the site after it went out, not before. */
export function comesAfterPublishing(
  moment: string | undefined,
  {document}: Pick<Context, 'document'>,
) {
  const publishAt = document?.publishAt
  if (!moment || typeof publishAt !== 'string') return true
  if (Date.parse(moment) > Date.parse(publishAt)) return true
  return 'The page would come off the site before it goes out. Choose a later moment.'
}

const isNotOver: CustomValidator<string | undefined> = (unpublishAt) =>
  withdrawnSince({unpublishAt}, Date.now())
    ? 'This moment has passed: published like this, the page is not on the site.'
    : true
