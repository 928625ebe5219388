import {z} from 'zod'

import {badRequest} from '../errors.ts'
import {assertParams} from '../groq/assertParams.ts'
import {parseAs} from '../transactions/parseMutations.ts'

/** What a listener wants to hear of, and how much of it. */
export interface ListenOptions {
  query: string
  params: Record<string, unknown>
  includeResult: boolean
  includeMutations: boolean
  includePreviousRevision: boolean
  /** Whether drafts and versions are listened to as well as published documents. */
  includeAllVersions: boolean
  effectFormat?: 'mendoza' | undefined
  enableResume: boolean
  visibility: 'transaction' | 'query'
}

/** The API version since which drafts and versions must be asked for. */
const VERSIONS_ON_REQUEST_SINCE = '2025-02-19'

/** The options in a listen URL. Throws 400. `version` is the API version, without `v`. */
export function parseListenOptions(search: URLSearchParams, version: string): ListenOptions {
  const {includeAllVersions, ...options} = parseAs(schema, Object.fromEntries(search))
  return {
    ...options,
    includeAllVersions: includeAllVersions ?? !hidesVersions(version),
    params: parseParams(search),
  }
}

const hidesVersions = (version: string) =>
  version === 'X' || (version !== '1' && version >= VERSIONS_ON_REQUEST_SINCE)

function parseParams(search: URLSearchParams): Record<string, unknown> {
  const named = [...search].filter(([name]) => name.startsWith('$'))
  const params = Object.fromEntries(
    named.map(([name, value]) => [name.slice(1), parseParam(name, value)]),
  )
  assertParams(params)
  return params
}

function parseParam(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`${name} is not JSON: ${value.slice(0, 200)}. A string needs its quotes.`)
  }
}

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

const schema = z.object({
  query: z.string().min(1, 'is missing. Send the GROQ query to listen to'),
  includeResult: flag.default(false),
  includeMutations: flag.default(true),
  includePreviousRevision: flag.default(false),
  includeAllVersions: flag.optional(),
  effectFormat: z.enum(['mendoza']).optional(),
  enableResume: flag.default(false),
  visibility: z.enum(['transaction', 'query']).default('transaction'),
})
