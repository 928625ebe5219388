import type {RawData} from 'ws'
import type {z} from 'zod'

import {isDeeperThan} from '../isDeeperThan.ts'

/** Far above what any client says; what is said is written out again for others. */
const MOST_LEVELS = 32

/** A socket's message as `schema` describes it, or null for one that makes no sense. */
export function parseMessage<Output>(schema: z.ZodType<Output>, message: RawData): Output | null {
  try {
    const parsed: unknown = JSON.parse(textOf(message))
    return isDeeperThan(parsed, MOST_LEVELS) ? null : (schema.safeParse(parsed).data ?? null)
  } catch {
    return null
  }
}

function textOf(message: RawData) {
  const parts = Array.isArray(message) ? message : [message]
  return Buffer.concat(parts.map((part) => new Uint8Array(part))).toString('utf8')
}
