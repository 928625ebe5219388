import type {LakeRequest} from '../lakeRequest.ts'

/** As long as somebody reads an old state, the database keeps all that was written since. */
const MOST_STALLED_MS = 30_000

/**
 * `GET /v…/data/export/:dataset` — every document, one JSON a line, as of the moment the export began.
 * `types` (comma list) narrows it.
 * @see https://www.sanity.io/docs/http-reference/export
 */
export function exportDataset({store, dataset, search, signal, cutOff}: LakeRequest) {
  const types = search.get('types')?.split(',').filter(Boolean) ?? []
  const lines = store.exportLines(dataset, types)
  let stall: NodeJS.Timeout | undefined
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      clearTimeout(stall)
      stall = setTimeout(() => {
        lines.return(undefined)
        cutOff()
      }, MOST_STALLED_MS)
      const {done, value} = lines.next()
      if (done || signal.aborted) {
        clearTimeout(stall)
        lines.return(undefined)
        controller.close()
      } else controller.enqueue(new TextEncoder().encode(value))
    },
    cancel() {
      clearTimeout(stall)
      lines.return(undefined)
    },
  })
  return new Response(body, {headers: {'content-type': 'application/x-ndjson'}})
}
