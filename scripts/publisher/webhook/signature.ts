import {createHmac, timingSafeEqual} from 'node:crypto'

/** How far a signature's time may lie from ours, either way. */
const WINDOW_MS = 5 * 60 * 1000

interface SignedBody {
  header: string | null
  body: Buffer
  /** The signature may be by any of these. */
  secrets: readonly string[]
  /** Our clock, in ms since 1970. */
  now: number
}

/**
 * What is wrong with a webhook's signature, in a sentence; `undefined` when it is right.
 * HMAC-SHA256 over `<t>.<raw body>`, compared in constant time, and no older or newer than five minutes:
 * `@sanity/webhook` does neither.
 * @see https://www.sanity.io/docs/webhooks#secret
 */
export function checkSignature({header, body, secrets, now}: SignedBody): string | undefined {
  if (!header) return 'The sanity-webhook-signature header is missing.'
  const match = /^t=(\d{1,16}),v1=([A-Za-z0-9_-]{43})$/.exec(header.trim())
  const [, time, signature] = match ?? []
  if (!time || !signature) return 'The sanity-webhook-signature header is not of the form t=…,v1=….'

  const given = Buffer.from(signature, 'base64url')
  const isBy = (secret: string) => {
    const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  if (!secrets.some(isBy)) {
    return 'The signature does not match. Sender and publisher must have the same WEBHOOK_SECRET.'
  }
  return Math.abs(now - Number(time)) > WINDOW_MS
    ? 'The signature is more than five minutes old, or from the future. Check the clocks.'
    : undefined
}
