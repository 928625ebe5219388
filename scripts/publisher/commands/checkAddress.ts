interface Places {
  /** The site as visitors reach it, past whatever stands in between. */
  siteUrl: string
  /** The publisher's own server of the live release. */
  liveUrl: string
}

interface Seen {
  status: number
  /** What the page says it was made from; `undefined` when it is none of ours. */
  revision: string | undefined
}

/**
 * Compares a page as visitors get it with the live release: `/fr/reunions/`. Resolves to a sentence when they are the
 * same; rejects with one when they are not, or cannot be compared.
 */
export async function checkAddress({siteUrl, liveUrl}: Places, address: string): Promise<string> {
  const visited = new URL(address, siteUrl)
  const live = await see(new URL(visited.pathname, liveUrl), 'Start the publisher with npm start.')
  const seen = await see(visited, 'Is SITE_URL right?')
  const said = `${visited} answers ${seen.status}`
  if (live.revision === undefined) {
    throw new Error(
      `The live release has no page at ${visited.pathname} (${live.status}); ${said}.`,
    )
  }
  if (seen.revision === live.revision) {
    return `${visited} is up to date: its content revision is ${live.revision}, as in the live release.`
  }
  const other = seen.revision ? `with the content revision ${seen.revision}` : 'with another page'
  throw new Error(
    `${said}, ${other}; in the live release it is ${live.revision}. What stands in between still gives out an older page.`,
  )
}

async function see(url: URL, advice: string): Promise<Seen> {
  const answer = await fetch(url, {headers: {'cache-control': 'no-cache'}}).catch(
    (cause: unknown) => {
      throw new Error(`Nobody answers at ${url.origin}. ${advice}`, {cause})
    },
  )
  const [, revision] = REVISION.exec(await answer.text()) ?? []
  return {status: answer.status, revision}
}

const REVISION = /<meta name="content-revision" content="([^"]+)">/
