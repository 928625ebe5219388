import {getRequestListener} from '@hono/node-server'
import {createServer as createHttpServer, type Server} from 'node:http'
import {join} from 'node:path'
import type {Logger} from 'pino'

import {createGroq} from './groq/createGroq.ts'
import {allowedHosts} from './http/allowedHosts.ts'
import type {Lake} from './lakeRequest.ts'
import {createListeners} from './listeners/createListeners.ts'
import {createPeople} from './people/createPeople.ts'
import {createServer} from './server.ts'
import type {Settings} from './settings.ts'
import {createStore} from './store/createStore.ts'
import {createTransact} from './transactions/createTransact.ts'

/** A running lake. */
export interface RunningLake {
  port: number
  /** Stops accepting, lets the running write finish, and closes the store. */
  close: () => Promise<void>
}

/** Opens the store under `settings.dataDir` and listens. Port 0 takes any free one. */
export async function startLake(settings: Settings, log: Logger): Promise<RunningLake> {
  const file = join(settings.dataDir, 'lake.db')
  const store = createStore(file)
  store.createDataset(settings.dataset, new Date().toISOString())
  let port = settings.port
  const publicUrl = () => `http://localhost:${port}`
  const groq = createGroq({file, projectId: settings.projectId, publicUrl})
  const {transact, idle} = createTransact(store, groq)
  const listeners = createListeners(store, groq, log)
  const people = createPeople(join(settings.dataDir, 'people.json'))
  const lake: Lake = {settings, store, transact, groq, listeners, people, log}

  const app = createServer(lake, () => allowedHosts(port))
  const server = createHttpServer(getRequestListener(app.fetch))
  port = await listen(server, settings)

  return {
    port,
    async close() {
      const stopped = new Promise((resolve) => server.close(resolve))
      listeners.close()
      const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
      await stopped
      clearTimeout(patience)
      await idle()
      await groq.close()
      store.close()
    },
  }
}

/** How long a running request may take to finish when the lake is stopped. */
const PATIENCE_MS = 5000

function listen(server: Server, {host, port}: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
      else reject(new Error(`The lake listens on ${address}, which has no port.`))
    })
  })
}
