import {lookup, type LookupAddress} from 'node:dns'
import {createWriteStream} from 'node:fs'
import {get as getHttp, type IncomingMessage} from 'node:http'
import {get as getHttps} from 'node:https'
import {isIP, type BlockList, type LookupFunction} from 'node:net'
import {pipeline} from 'node:stream/promises'

import {privateAddresses} from './privateAddresses.ts'

const LONGEST_MS = 60_000
const MOST_BYTES = 200_000_000
const MOST_REDIRECTS = 5

/**
 * Downloads what is at an address into a file. Throws when it, or where it leads, is of this machine or of a private
 * network (`forbidden`), takes longer than a minute, or is larger than 200 MB.
 */
export async function download(
  address: string,
  file: string,
  forbidden: BlockList = privateAddresses,
): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_MS)
  let url = new URL(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await request(url, forbidden, signal)
    const {statusCode = 0, headers} = response
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      url = new URL(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new Error(`${url} answers ${statusCode}`)
    }
    await pipeline(limited(response), createWriteStream(file), {signal})
    return
  }
  throw new Error(`${address} leads on more than ${MOST_REDIRECTS} times`)
}

function request(url: URL, forbidden: BlockList, signal: AbortSignal) {
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${url} is no web address`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && isForbidden(forbidden, host)) throw notPublic(host) // no name, so nothing is looked up
  const get = url.protocol === 'https:' ? getHttps : getHttp
  return new Promise<IncomingMessage>((resolve, reject) => {
    get(url, {lookup: publicLookup(forbidden), signal, agent: false}, resolve).on('error', reject)
  })
}

/** Looks a name up, and gives only what may be connected to: whoever asks connects to just that. */
function publicLookup(forbidden: BlockList): LookupFunction {
  return (host, options, callback) => {
    lookup(host, {...options, all: true}, (error, addresses) => {
      const first = addresses?.[0]
      if (error || !first) return callback(error ?? notPublic(host), [])
      const isOne = addresses.some(({address}: LookupAddress) => isForbidden(forbidden, address))
      if (isOne) return callback(notPublic(host), [])
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
}

const isForbidden = (forbidden: BlockList, address: string) =>
  forbidden.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

const notPublic = (host: string) =>
  new Error(`${host} is this machine or one of a private network, from which nothing is fetched`)

async function* limited(bytes: AsyncIterable<Uint8Array>) {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES / 1e6} MB`)
    yield chunk
  }
}
