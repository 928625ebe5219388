import {z} from 'zod'

import {badRequest} from '../errors.ts'
import {parsePerspective} from '../groq/perspective.ts'
import {jsonResponse} from '../http/jsonResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import {syncTag} from '../syncTag.ts'

/**
 * `GET|POST /v…/data/query/:dataset`: evaluates a GROQ query. Answers `{query, result, ms, syncTags}`; `ms` is
 * whole milliseconds. Throws 400 with position, 429 when too many queries wait, 504 past the time limit.
 * @see https://www.sanity.io/docs/http-reference/query
 */
export async function query(request: LakeRequest) {
  const {groq, dataset, identity, client, search, signal} = request
  const startedAt = performance.now()
  const asked = request.method === 'POST' ? await questionInBody(request) : questionIn(search)
  const perspective = perspectiveOf(request)
  const turn = {identity: identity.id, client, signal}
  const json = await groq.queryJson({...asked, dataset, perspective, ...turn})

  return enveloped(json, {
    ...(search.get('returnQuery') === 'false' ? {} : {query: asked.query}),
    syncTags: [syncTag(dataset)],
    ms: Math.round(performance.now() - startedAt),
  })
}

function questionIn(search: URLSearchParams) {
  const source = search.get('query')
  if (!source) throw badRequest('The `query` parameter is missing. Send a GROQ query in it.')
  const named = [...search].filter(([name]) => name.startsWith('$'))
  const params = named.map(([name, text]) => [name.slice(1), parseParam(name, text)] as const)
  return {query: source, params: Object.fromEntries(params)}
}

function parseParam(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`\`${name}\` is not JSON: ${text.slice(0, 200)}. A string needs its quotes.`)
  }
}

const questionSchema = z.object({
  query: z.string().min(1),
  params: z.record(z.string(), z.unknown()).default({}),
})

async function questionInBody(request: LakeRequest) {
  const {data} = questionSchema.safeParse(await request.json())
  if (data) return data
  throw badRequest('The body is not a query. Send {"query": "*[…]", "params": {…}}.')
}

/** Published documents only is the default since API version 2025-02-19; before, everything. */
function perspectiveOf({search, version}: LakeRequest) {
  const text = search.get('perspective') || (version >= '2025-02-19' ? 'published' : 'raw')
  const perspective = parsePerspective(text)
  if (perspective) return perspective
  throw badRequest(
    `\`perspective\` is ${text}. Use raw, published, drafts, or a list of releases such as spring,drafts.`,
  )
}

/** Puts a result that is JSON already into its envelope, without reading it again: it may be large. */
function enveloped(result: Uint8Array, envelope: object) {
  const head = JSON.stringify(envelope).replace(/\}$/, ',"result":')
  return jsonResponse(Buffer.concat([Buffer.from(head), result, Buffer.from('}')]))
}
