import type {LakeRequest} from '../lakeRequest.ts'

/**
 * `GET /v…/data/export/:dataset` — every document, one JSON a line, as of the moment the export began.
 * `types` (comma list) narrows it.
 * @see https://www.sanity.io/docs/http-reference/export
 */
export function exportDataset({store, dataset, search, signal}: LakeRequest) {
  const types = search.get('types')?.split(',').filter(Boolean) ?? []
  const lines = store.exportLines(dataset, types)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const {done, value} = lines.next()
      if (done || signal.aborted) {
        lines.return(undefined)
        controller.close()
      } else controller.enqueue(new TextEncoder().encode(value))
    },
    cancel() {
      lines.return(undefined)
    },
  })
  return new Response(body, {headers: {'content-type': 'application/x-ndjson'}})
}
