import type {RawData, WebSocket} from 'ws'
import {z} from 'zod'

import {guarded} from '../../guarded.ts'
import {ApiError, badRequest, notFound, tooManyRequests} from '../errors.ts'
import type {Lake} from '../lakeRequest.ts'
import type {ListenerEvent} from '../listeners/listener.ts'
import {parseListenOptions} from '../listeners/listenOptions.ts'
import type {Identity} from '../people/identity.ts'
import {parseMessage} from './parseMessage.ts'
import {sendBounded} from './sendBounded.ts'

/** A tab of the Studio has some ten at a time. */
const MOST_SUBSCRIPTIONS = 100

/** Bytes that may wait for one tab. */
const MOST_WAITING = 16_000_000

const BAD_MESSAGE = 1007
const TRY_AGAIN = 1013
const INTERNAL_ERROR = 1011

const END = Buffer.from('}')

/**
 * Many listeners over one socket, since browsers open six connections to a host and the Studio wants more.
 * In: `{op: 'subscribe', id, url, lastEventId?, token?}` and `{op: 'unsubscribe', id}`, where `url` is a listen URL.
 * Out: `{id, type, eventId, data}`, where type and data are those of the listen operation's events.
 */
export function serveListenSocket(
  lake: Lake,
  socket: WebSocket,
  identity: Identity,
  client: string,
) {
  const subscriptions = new Map<number, () => void>()

  function send(id: number, {type, id: eventId, json}: ListenerEvent) {
    const head = JSON.stringify({id, type, eventId}).slice(0, -1)
    sendBounded(socket, [Buffer.from(`${head},"data":`), json, END], MOST_WAITING)
    if (type === 'channelError' || type === 'disconnect') subscriptions.delete(id)
  }

  function subscribe(message: z.infer<typeof subscribeSchema>) {
    subscriptions.get(message.id)?.()
    subscriptions.delete(message.id)
    try {
      if (subscriptions.size >= MOST_SUBSCRIPTIONS) throw tooManySubscriptions()
      const request = {...listenRequest(lake, message, identity), client}
      const unsubscribe = lake.listeners.subscribe(
        request,
        (event) => send(message.id, event),
        () => socket.close(TRY_AGAIN, 'Connect again'),
      )
      subscriptions.set(message.id, unsubscribe)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      send(message.id, {
        type: 'channelError',
        id: '',
        json: Buffer.from(JSON.stringify(error.body)),
      })
    }
  }

  function hear(raw: RawData) {
    const message = parseMessage(messageSchema, raw)
    if (!message)
      socket.close(BAD_MESSAGE, 'Send {op: "subscribe", id, url} or {op: "unsubscribe", id}')
    else if (message.op === 'subscribe') subscribe(message)
    else {
      subscriptions.get(message.id)?.()
      subscriptions.delete(message.id)
    }
  }

  function fail(error: unknown) {
    lake.log.error({err: error}, 'a socket of listeners failed')
    socket.close(INTERNAL_ERROR)
  }

  socket.on('message', guarded(hear, fail))
  socket.on('close', () => {
    for (const unsubscribe of subscriptions.values()) unsubscribe()
    subscriptions.clear()
  })
}

const tooManySubscriptions = () =>
  tooManyRequests(`A connection has at most ${MOST_SUBSCRIPTIONS} listeners. End one first.`)

function listenRequest(
  lake: Lake,
  {url, lastEventId, token}: z.infer<typeof subscribeSchema>,
  identity: Identity,
) {
  const {pathname = url, searchParams = new URLSearchParams()} = URL.parse(url, 'http://lake') ?? {}
  const [, version, dataset] = /^\/v([\dX-]+)\/data\/listen\/([^/]+)$/.exec(pathname) ?? []
  if (!version || !dataset) throw badRequest(`${pathname} is not the path of a listen operation.`)
  if (!lake.store.hasDataset(dataset)) throw notFound(`Dataset "${dataset}" not found.`)
  const listener = token === undefined ? identity : lake.people.identify(`Bearer ${token}`)
  const options = parseListenOptions(searchParams, version)
  return {...options, dataset, identity: listener.id, lastEventId}
}

const subscribeSchema = z.object({
  op: z.literal('subscribe'),
  id: z.number().int(),
  url: z.string().max(20_000),
  lastEventId: z.string().optional(),
  token: z.string().optional(),
})

const messageSchema = z.discriminatedUnion('op', [
  subscribeSchema,
  z.object({op: z.literal('unsubscribe'), id: z.number().int()}),
])
