import {createEventStream} from '../http/createEventStream.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/**
 * `GET /v…/data/live/events/:dataset` — server-sent events that say which sync tags changed.
 * `Last-Event-ID` brings what was missed, or `restart` when the id is of another log.
 * @see https://www.sanity.io/docs/http-reference/live
 */
export function liveEvents({liveEvents: live, dataset, search, headers, signal}: LakeRequest) {
  const stream = createEventStream(signal)
  const includeDrafts = search.get('includeDrafts') === 'true'
  const lastEventId = headers.get('last-event-id') ?? undefined
  const request = {dataset, includeDrafts, lastEventId}
  stream.onClose(live.subscribe(request, stream.send, stream.close))
  return stream.response
}
