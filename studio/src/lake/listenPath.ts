/** What decides the address of a listener; the same as the client itself takes into account. */
export interface Listener {
  /** The client's base address, version included. */
  url: string
  dataset: string
  requestTagPrefix?: string | undefined
  query: string
  params: Record<string, unknown>
  options: Record<string, unknown>
}

const OPTION_NAMES = [
  'includePreviousRevision',
  'includeResult',
  'includeMutations',
  'includeAllVersions',
  'visibility',
  'effectFormat',
  'enableResume',
] as const

/**
 * The path and query of a listener, as `@sanity/client` would ask for them.
 * @see https://www.sanity.io/docs/http-reference/listen
 */
export function listenPath({url, dataset, requestTagPrefix, query, params, options}: Listener) {
  const address = new URL(`${url}/data/listen/${dataset}`)
  const {searchParams} = address
  const {tag} = options
  if (typeof tag === 'string') {
    searchParams.set('tag', [requestTagPrefix, tag].filter(Boolean).join('.'))
  }
  searchParams.set('query', query)
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) searchParams.set(`$${name}`, JSON.stringify(value))
  }
  const given: Record<string, unknown> = {includeResult: true, ...options}
  for (const name of OPTION_NAMES) {
    if (given[name] !== undefined) searchParams.set(name, String(given[name]))
  }
  return address.pathname + address.search
}
