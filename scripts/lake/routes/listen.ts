import {eventStreamResponse} from '../http/eventStreamResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import type {ListenerEvent} from '../listeners/listener.ts'
import {parseListenOptions} from '../listeners/listenOptions.ts'

/**
 * `GET /v…/data/listen/:dataset` — server-sent events for every change that the query selects.
 * `welcome` comes when no later change will be missed; with `enableResume`, `Last-Event-ID` brings `welcomeback`
 * and what was missed, or `reset`. What is wrong with the query is a `channelError`, after which the stream ends.
 * @see https://www.sanity.io/docs/http-reference/listen
 */
export function listen({
  listeners,
  dataset,
  identity,
  client,
  version,
  search,
  headers,
  signal,
  cutOff,
}: LakeRequest) {
  const options = parseListenOptions(search, version)
  const lastEventId = headers.get('last-event-id') ?? undefined
  const request = {...options, dataset, identity: identity.id, client, lastEventId}
  return eventStreamResponse({signal, cutOff}, (stream) => {
    const send = ({type, id, json}: ListenerEvent) => {
      stream.send({type, json, ...(options.enableResume && id && {id})})
      if (type === 'channelError' || type === 'disconnect') stream.close()
    }
    return listeners.subscribe(request, send, stream.close)
  })
}
