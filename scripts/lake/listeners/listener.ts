import type {Sieve} from './createSieve.ts'
import type {ListenOptions} from './listenOptions.ts'

/** A subscription to the changes of one dataset. */
export interface ListenRequest extends ListenOptions {
  dataset: string
  identity: string
  /** Who shares one turn with other listeners. */
  client: string
  /** Where an earlier connection stopped hearing. */
  lastEventId?: string | undefined
}

/** What a listener is sent. After `channelError` and `disconnect` nothing follows. */
export interface ListenerEvent {
  type: 'welcome' | 'welcomeback' | 'reset' | 'mutation' | 'channelError' | 'disconnect'
  id: string
  /** In UTF-8. It may be large, and go to many: nobody copies it. */
  json: Uint8Array
}

/** A subscription, and what is still to be told to it. */
export interface Listener {
  request: ListenRequest
  send: (event: ListenerEvent) => void
  /** Called when the lake will tell nothing more, and the client should come back. */
  onLost: () => void
  sieve: Sieve
  /** The same for two listeners to whom the same changes matter, so that their query is evaluated once. */
  matchKey: string
  /** Everything this listener is still to be told, in order. */
  tail: Promise<void>
  /** How many transactions wait to be told. */
  waiting: number
  open: boolean
}
