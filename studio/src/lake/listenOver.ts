import {ChannelError, DisconnectError} from '@sanity/client'
import {Observable} from 'rxjs'

import type {createListenSocket} from './createListenSocket.ts'
import type {ListenMessage} from './listenMessage.ts'

/** An event as the client's `listen()` hands it out. */
export interface ListenerEvent extends Record<string, unknown> {
  type: string
}

interface Wish {
  path: string
  token?: string | undefined
  /** The kinds of event asked for; others are dropped, as the client does. */
  events: readonly string[]
  resumable: boolean
}

/** The client's `listen()` over the shared socket: the same events, the same errors. */
export function listenOver(
  socket: ReturnType<typeof createListenSocket>,
  {path, token, events, resumable}: Wish,
): Observable<ListenerEvent> {
  return new Observable((observer) => {
    const emit = (event: ListenerEvent) => {
      if (events.includes(event.type)) observer.next(event)
    }
    return socket.subscribe({
      path,
      token,
      resumable,
      onReconnect: () => emit({type: 'reconnect'}),
      onMessage: (message) => {
        const error = fatalError(message)
        if (error) observer.error(error)
        else emit({type: message.type, ...message.data})
      },
    })
  })
}

function fatalError({type, data}: ListenMessage): Error | undefined {
  if (type === 'channelError') return new ChannelError(reasonOf(data), data)
  if (type === 'disconnect') return new DisconnectError(`Server disconnected: ${reasonOf(data)}`)
  return undefined
}

function reasonOf({error, message, reason}: Record<string, unknown>): string {
  if (typeof error === 'object' && error !== null && 'description' in error) {
    return String(error.description)
  }
  const text = error ?? message ?? reason ?? 'the lake gave no reason'
  return typeof text === 'string' ? text : JSON.stringify(text)
}
