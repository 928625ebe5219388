const DATA_URL =
  /data:image\/[\w.+-]+((?:;[\w=-]+)*?)(;base64)?,((?:[^"'\s<>)&]|&#(?:10|13|x0?[ad]);|\s)*)/gi
const LINE_BREAK = /&#(?:10|13|x0?[ad]);|\s/gi
const MOST_EMBEDDED = 1000

/**
 * A drawing whose embedded pictures (`data:` addresses) went through `clean`, which gives the bytes to keep. Rejects where one
 * cannot be read: what it holds is not known then.
 */
export async function withoutEmbeddedMetadata(
  svg: Uint8Array,
  clean: (picture: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const text = new TextDecoder().decode(svg)
  const kept: string[] = []
  let at = 0
  let pictures = 0
  for (const match of text.matchAll(DATA_URL)) {
    if ((pictures += 1) > MOST_EMBEDDED) throw new TypeError('It embeds too many pictures.')
    const [address, , base64, data = ''] = match
    const head = address.slice(0, address.length - data.length)
    kept.push(text.slice(at, match.index), head, await cleaned(data, base64 !== undefined, clean))
    at = match.index + address.length
  }
  if (kept.length === 0) return svg
  kept.push(text.slice(at))
  return new TextEncoder().encode(kept.join(''))
}

/** What nothing was taken from stays letter by letter. */
async function cleaned(
  data: string,
  isBase64: boolean,
  clean: (picture: Uint8Array) => Promise<Uint8Array>,
) {
  const plain = decodeURIComponent(data.replaceAll(LINE_BREAK, isBase64 ? '' : ' '))
  const bytes = Buffer.from(plain, isBase64 ? 'base64' : 'utf8')
  const left = Buffer.from(await clean(bytes))
  if (left.equals(bytes)) return data
  return isBase64 ? left.toString('base64') : encodeURIComponent(left.toString())
}
