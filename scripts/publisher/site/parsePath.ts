/** Dots that lead up, and what other programs would read in another way than we do. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const ODD = /\/\/|\\|\/\.{1,2}(?:\/|$)|[\u0000-\u001f\u007f]/

/**
 * The path of a request, decoded: `/fr/reunions/`. `isOdd` when it can name no file of any site: two slashes together,
 * dots that lead up, backslashes, control characters. `undefined` when its escapes are no UTF-8.
 */
export function parsePath(url: string): {path: string; isOdd: boolean} | undefined {
  const path = decode(new URL(url).pathname)
  return path === undefined ? undefined : {path, isOdd: ODD.test(path)}
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
