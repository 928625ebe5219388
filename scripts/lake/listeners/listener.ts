import type {Sieve} from './createSieve.ts'
import type {ListenOptions} from './listenOptions.ts'

/** A subscription to the changes of one dataset. */
export interface ListenRequest extends ListenOptions {
  dataset: string
  identity: string
  /** Where an earlier connection stopped hearing. */
  lastEventId?: string | undefined
}

/** What a listener is sent. After `channelError` and `disconnect` nothing follows. */
export interface ListenerEvent {
  type: 'welcome' | 'welcomeback' | 'reset' | 'mutation' | 'channelError' | 'disconnect'
  id: string
  data: unknown
}

/** A subscription, and what is still to be told to it. */
export interface Listener {
  request: ListenRequest
  send: (event: ListenerEvent) => void
  /** Called when the lake will tell nothing more, and the client should come back. */
  onLost: () => void
  sieve: Sieve
  /** Everything this listener is still to be told, in order. */
  tail: Promise<void>
  open: boolean
}
