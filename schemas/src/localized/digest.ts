/**
 * A short digest of any JSON value: 16 hexadecimal digits of FNV-1a (64 bits) over its canonical text.
 * Synchronous, so that the Studio's form can ask for it at each key stroke; it finds changes, it keeps no secrets.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function digest(value: unknown): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(canonical(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

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
