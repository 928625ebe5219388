import type {LakeDocument} from '../store/lakeDocument.ts'

/** A date, a time, and where on earth it is that time: without a zone nobody knows which moment is meant. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** The moment that the field `publishAt` of a document names, in UTC; nothing where it makes no sense. */
export function publishTimeOf(document: LakeDocument): string | undefined {
  const {publishAt} = document
  if (typeof publishAt !== 'string' || !MOMENT.test(publishAt)) return undefined
  const time = new Date(publishAt)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
