import {isRecord} from '../store/lakeDocument.ts'
import type {Lake} from '../lakeRequest.ts'

/**
 * Gives the assets of every dataset the `url` at which the lake is reached now, so that the data can move to
 * another port or machine. Documents change only when the address has; a `url` of another server is left alone.
 */
export async function relocateAssets(
  lake: Pick<Lake, 'store' | 'transact' | 'groq' | 'publicUrl'>,
) {
  for (const {name} of lake.store.datasets()) await relocateDataset(lake, name)
}

const ELSEWHERE = `*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && defined(path)
  && !string::startsWith(url, $here)]{_id, path, url}`

async function relocateDataset(
  {transact, groq, publicUrl}: Pick<Lake, 'transact' | 'groq' | 'publicUrl'>,
  dataset: string,
) {
  const here = `${publicUrl()}/`
  const asked = {dataset, query: ELSEWHERE, params: {here}, perspective: 'raw' as const}
  const found = await groq.query({...asked, identity: KEEPER.id})
  const moved = Array.isArray(found) ? found.filter(isOfALake) : []
  if (moved.length === 0) return
  const patches = moved.map(({_id: id, path}) => ({patch: {id, set: {url: here + path}}}))
  await transact({dataset, identity: KEEPER, mutations: () => patches})
}

/** Who signs what the lake writes of its own accord. */
const KEEPER = {id: 'lake', name: 'Lake', email: 'lake@localhost'}

interface AssetAddress {
  _id: string
  path: string
  url: string
}

function isOfALake(asset: unknown): asset is AssetAddress {
  if (!isRecord(asset) || typeof asset['url'] !== 'string') return false
  return /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//.test(asset['url'])
}
