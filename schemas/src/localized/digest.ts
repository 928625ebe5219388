/**
 * A short digest of any JSON value: 16 hexadecimal digits of FNV-1a (64 bits) over its canonical text.
 * Synchronous, so that the Studio's form can ask for it at each key stroke; it finds changes, it keeps no secrets.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function digest(value: unknown): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (const byte of new TextEncoder().encode(canonical(value))) {
    low = (low ^ byte) >>> 0
    // The hash times the prime 0x100000001b3, in two halves, since numbers are exact to 53 bits: 0x1b3 times both, and
    // the low half once more, 40 bits up.
    const lowProduct = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(lowProduct / TWO_TO_32) + (low << 8)) >>> 0
    low = lowProduct >>> 0
  }
  return hexadecimal(high) + hexadecimal(low)
}

const TWO_TO_32 = 0x100000000
const hexadecimal = (half: number) => half.toString(16).padStart(8, '0')

/** JSON with sorted keys; `_key` is left out, since it names a place and says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([name, child]) => name !== '_key' && child !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => `${JSON.stringify(name)}:${canonical(child)}`)
  return `{${entries.join(',')}}`
}
