import type {ClientConfig, SanityClient} from '@sanity/client'
import {createClient} from '@sanity/client'

import {createListenSocket} from './createListenSocket.ts'
import {listenOver} from './listenOver.ts'
import {listenPath} from './listenPath.ts'

interface ListenOptions extends Record<string, unknown> {
  events?: readonly string[]
}

/**
 * Makes the Studio's clients for a lake at `lakeUrl`: official clients whose `listen()` shares one WebSocket.
 * The Studio derives all others with `withConfig`, so that is wrapped as well, on both faces of the client.
 */
export function lakeClientFactory(lakeUrl: string) {
  const socket = createListenSocket(`${lakeUrl.replace(/^http/, 'ws')}/v1/listen-socket`)

  function overSocket(client: SanityClient): SanityClient {
    const {observable} = client
    const withConfig = client.withConfig.bind(client)
    const listen = (
      query: string,
      params: Record<string, unknown> = {},
      options: ListenOptions = {},
    ) => {
      const {url, dataset = '', token, requestTagPrefix} = client.config()
      return listenOver(socket, {
        path: listenPath({url, dataset, requestTagPrefix, query, params, options}),
        token,
        events: options.events ?? ['mutation'],
        resumable: options.enableResume === true,
      })
    }
    const derive = (config?: ClientConfig) => overSocket(withConfig(config))
    Object.assign(observable, {
      listen,
      withConfig: (config?: ClientConfig) => derive(config).observable,
    })
    return Object.assign(client, {listen, withConfig: derive})
  }

  return (config: ClientConfig): SanityClient =>
    overSocket(createClient({...config, apiHost: lakeUrl, useProjectHostname: false}))
}
