import {badRequest} from '../errors.ts'

const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** When a document says that it was made. Throws 400 for what is no moment. */
export function timeOf(createdAt: unknown, id: string): string {
  if (
    typeof createdAt === 'string' &&
    ISO_8601.test(createdAt) &&
    !Number.isNaN(Date.parse(createdAt))
  )
    return createdAt
  const given = JSON.stringify(createdAt)?.slice(0, 100)
  throw badRequest(`_createdAt of "${id}" is not a time: ${given}. Use ISO 8601, or leave it out.`)
}
