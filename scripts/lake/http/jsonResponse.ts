const SLICE_BYTES = 256_000

/** A response with JSON as UTF-8 bytes. What is large is sent in slices, so that one can see how much of it was read. */
export function jsonResponse(json: Uint8Array<ArrayBuffer>): Response {
  const body = json.byteLength > SLICE_BYTES ? slices(json) : json
  return new Response(body, {headers: {'content-type': 'application/json; charset=utf-8'}})
}

function slices(bytes: Uint8Array<ArrayBuffer>) {
  let at = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        controller.enqueue(bytes.subarray(at, at + SLICE_BYTES))
        at += SLICE_BYTES
        if (at >= bytes.byteLength) controller.close()
      },
    },
    {highWaterMark: 0},
  )
}
