import {isRecord} from '../isRecord.ts'

/** The moment at which a document is to go out, while that lies ahead of `now` (ms since 1970). */
export function publishesAt(document: unknown, now: number): string | undefined {
  const moment = momentOf(document, 'publishAt')
  return moment && Date.parse(moment) > now ? moment : undefined
}

/** The moment since which a document is off the site because its time was over. */
export function withdrawnSince(document: unknown, now: number): string | undefined {
  const moment = momentOf(document, 'unpublishAt')
  return moment && Date.parse(moment) <= now ? moment : undefined
}

function momentOf(document: unknown, field: 'publishAt' | 'unpublishAt') {
  const moment = isRecord(document) ? document[field] : undefined
  return typeof moment === 'string' ? moment : undefined
}
