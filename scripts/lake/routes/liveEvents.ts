import {eventStreamResponse} from '../http/eventStreamResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/**
 * `GET /v…/data/live/events/:dataset` — server-sent events that say which sync tags changed.
 * `Last-Event-ID` brings what was missed, or `restart` when the id is of another log.
 * @see https://www.sanity.io/docs/http-reference/live
 */
export function liveEvents({
  liveEvents: live,
  dataset,
  search,
  headers,
  signal,
  cutOff,
}: LakeRequest) {
  const request = {
    dataset,
    includeDrafts: search.get('includeDrafts') === 'true',
    lastEventId: headers.get('last-event-id') ?? undefined,
  }
  return eventStreamResponse({signal, cutOff}, ({send, close}) =>
    live.subscribe(
      request,
      ({data, ...event}) => send({...event, json: Buffer.from(JSON.stringify(data))}),
      close,
    ),
  )
}
