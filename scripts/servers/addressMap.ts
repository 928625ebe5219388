/**
 * The lines of a map, for nginx or Caddy, from old addresses to what is said of them. Each address as visitors write it:
 * with its last slash and without.
 */
export function addressMap(
  title: string,
  entries: Iterable<readonly [address: string, value: string]>,
  lineEnd: string,
): string {
  const lines = Array.from(entries).flatMap(([address, value]) =>
    [address, address.slice(0, -1)].map((form) => `${form} ${value}${lineEnd}\n`),
  )
  return `# ${title}\n${lines.join('')}`
}
