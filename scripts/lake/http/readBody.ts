import {badRequest, tooLarge, unsupportedMediaType} from '../errors.ts'
import {isDeeperThan} from '../isDeeperThan.ts'

/** The longest JSON body: a document may have 10 MB, and a transaction has words around it. */
const JSON_LIMIT_BYTES = 12_000_000
const MOST_LEVELS = 100
/** Objects, arrays and their members: parsing so many takes half a second. */
const MOST_VALUES = 500_000

/** The raw body of a request. Throws 413 as soon as it is known to be longer than `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw bodyTooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw bodyTooLarge(limit)
    chunks.push(chunk)
  }
  return concatenated(chunks, size)
}

/** The JSON body of a request. Throws 415 for another content type, 413 past the limit, 400 for broken JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType) || request.headers.has('content-encoding')) {
    throw unsupportedMediaType(
      `The body is "${contentType || 'without content-type'}". Send plain application/json.`,
    )
  }
  const bytes = await readBytes(request, JSON_LIMIT_BYTES)
  if (hasMoreValues(bytes, MOST_VALUES)) throw tooLarge('The body has too many values. Split it.')
  const text = new TextDecoder().decode(bytes)
  const body = parsed(text)
  if (!isDeeperThan(body, MOST_LEVELS)) return body
  throw badRequest(`The body is nested more than ${MOST_LEVELS} levels deep. Flatten it.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badRequest(`The body is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
}

/** Counts what begins or parts values, also inside of texts, where a few do not matter. */
function hasMoreValues(bytes: Uint8Array, most: number) {
  let count = 0
  for (const byte of bytes) if (byte === 0x2c || byte === 0x5b || byte === 0x7b) count += 1
  return count > most
}

function concatenated(chunks: readonly Uint8Array[], size: number) {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

const bodyTooLarge = (limit: number) =>
  tooLarge(`The body is longer than ${limit} bytes. Send less at a time.`)
