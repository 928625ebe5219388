import type {Log} from '../log.ts'

import type {Assets} from './assets/createAssets.ts'
import type {LiveEvents} from './live/createLiveEvents.ts'
import type {Listeners} from './listeners/createListeners.ts'
import type {Identity} from './people/identity.ts'
import type {People} from './people/createPeople.ts'
import type {Settings} from './settings.ts'
import type {Store} from './store/createStore.ts'
import type {Transact} from './transactions/createTransact.ts'
import type {Groq} from './groq/createGroq.ts'

/** The parts of a running lake, as every route gets them. */
export interface Lake {
  settings: Settings
  store: Store
  transact: Transact
  groq: Groq
  assets: Assets
  listeners: Listeners
  liveEvents: LiveEvents
  people: People
  log: Log
  /** Where the lake is reached from this machine, without a slash at the end. */
  publicUrl: () => string
}

/** One request, past the edge: origin, host, dataset and identity are already checked. */
export interface LakeRequest extends Lake {
  method: string
  /** Without the `v`: `2025-02-19`, `1` or `X`. */
  version: string
  /** The dataset in the path, known to exist; the configured one for paths without. */
  dataset: string
  identity: Identity
  /** Who shares one turn and one bound with other requests: see `clientOf`. */
  client: string
  /** The other named parts of the path, decoded. */
  params: Record<string, string>
  search: URLSearchParams
  headers: Headers
  /** Aborted when the client goes away. */
  signal: AbortSignal
  /** Destroys the connection, and with it what waits for a client that does not read. */
  cutOff: () => void
  /** The JSON body. Throws 415, 413 or 400. */
  json(): Promise<unknown>
  /** The raw body as it comes, for what is too large to hold. */
  body: AsyncIterable<Uint8Array>
  /** The raw body. Throws 413 past `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array<ArrayBuffer>>
}
