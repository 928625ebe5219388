import type {ListenMessage} from './listenMessage.ts'
import {parseListenMessage} from './listenMessage.ts'
import {reconnectDelay} from './reconnectDelay.ts'

/** A listener's wish: where to listen, as whom, and where its events go. */
export interface Subscription {
  /** Path and query of the listener (`listenPath`). */
  path: string
  token?: string | undefined
  /** Ask for what was missed when the connection comes back, rather than start afresh. */
  resumable: boolean
  onMessage: (message: ListenMessage) => void
  /** The connection was lost; it is being taken up again. */
  onReconnect: () => void
}

interface OpenSubscription extends Subscription {
  id: number
  welcomed: boolean
  lastEventId?: string
}

/**
 * Carries any number of listeners over one WebSocket, opened with the first of them: browsers allow six connections
 * per host over HTTP/1.1, and one tab of the Studio alone would hold that many.
 */
export function createListenSocket(url: string) {
  const subscriptions = new Map<number, OpenSubscription>()
  let lastId = 0
  let failures = 0
  let socket: WebSocket | undefined
  let reconnecting = false

  /** Starts a listener; gives the function that ends it. */
  function subscribe(subscription: Subscription): () => void {
    const open = {...subscription, id: ++lastId, welcomed: false}
    subscriptions.set(open.id, open)
    if (!socket && !reconnecting) connect()
    else send(subscribeFrame(open))
    return () => {
      subscriptions.delete(open.id)
      send({op: 'unsubscribe', id: open.id})
    }
  }

  function connect() {
    const opened = new WebSocket(url)
    socket = opened
    opened.addEventListener('open', () => {
      failures = 0
      for (const subscription of current()) send(subscribeFrame(subscription))
    })
    opened.addEventListener('message', ({data}) => deliver(parseListenMessage(data)))
    opened.addEventListener('close', onClose)
  }

  function onClose() {
    socket = undefined
    reconnecting = true
    setTimeout(reconnect, reconnectDelay(failures++))
    for (const {welcomed, onReconnect} of current()) if (welcomed) onReconnect()
  }

  function reconnect() {
    reconnecting = false
    if (subscriptions.size > 0) connect()
  }

  function deliver(message: ListenMessage) {
    const subscription = subscriptions.get(message.id)
    if (!subscription) return
    subscription.welcomed = true
    if (message.eventId) subscription.lastEventId = message.eventId
    subscription.onMessage(message)
  }

  function send(frame: object) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  /** A copy: the Studio subscribes again while it is being told of a lost connection. */
  const current = () => [...subscriptions.values()]

  return {subscribe}
}

function subscribeFrame({id, path, token, resumable, lastEventId}: OpenSubscription) {
  return {
    op: 'subscribe',
    id,
    url: path,
    ...(token ? {token} : {}),
    ...(resumable && lastEventId ? {lastEventId} : {}),
  }
}
