import type {Server} from 'node:http'
import {join} from 'node:path'
import type {Log} from '../log.ts'

import {allowedHosts} from '../http/allowedHosts.ts'
import {createGuardedServer} from '../http/createGuardedServer.ts'
import {lockFolder} from '../lockFolder.ts'
import {createAssets} from './assets/createAssets.ts'
import {relocateAssets} from './assets/relocateAssets.ts'
import {createGroq} from './groq/createGroq.ts'
import {createStopper} from './http/createStopper.ts'
import {endStalledAnswers} from './http/endStalledAnswers.ts'
import type {Lake} from './lakeRequest.ts'
import {createListeners} from './listeners/createListeners.ts'
import {createLiveEvents} from './live/createLiveEvents.ts'
import {createPeople} from './people/createPeople.ts'
import {createScheduledPublisher} from './schedules/createScheduledPublisher.ts'
import {createServer} from './server.ts'
import type {Settings} from './settings.ts'
import {createSocketServer} from './sockets/createSocketServer.ts'
import {createStore} from './store/createStore.ts'
import {createThinningTimer} from './thinning/createThinningTimer.ts'
import {createTransact} from './transactions/createTransact.ts'
import {createWebhookSender, type SenderOptions} from './webhooks/createWebhookSender.ts'
import {webhooksOf} from './webhooks/webhook.ts'

/** A running lake. */
export interface RunningLake {
  port: number
  /** Stops accepting, lets the running write finish, and closes the store. */
  close: () => Promise<void>
}

/** What tests change: what goes wrong with webhooks, how patiently they are sent, and what time it is. */
export type LakeOptions = Pick<SenderOptions, 'fault' | 'retryDelaysMs' | 'timeoutMs'> & {
  now?: () => Date
  thinEveryMs?: number
  /** How often answers are looked at that nobody reads. */
  stallCheckMs?: number
}

/** Opens the store under `settings.dataDir` and listens. Port 0 takes any free one. */
export async function startLake(
  settings: Settings,
  log: Log,
  {now = () => new Date(), thinEveryMs, stallCheckMs, ...options}: LakeOptions = {},
): Promise<RunningLake> {
  const file = join(settings.dataDir, 'lake.db')
  let port = settings.port
  const publicUrl = () => `http://localhost:${port}`
  const unlock = lockFolder(settings.dataDir, 'lake')
  const store = createStore(file, now)
  store.createDataset(settings.dataset, now().toISOString())
  const groq = createGroq({file, projectId: settings.projectId})
  const {transact, idle} = createTransact(store, groq, {now, log})
  const listeners = createListeners(store, groq, log)
  const liveEvents = createLiveEvents(store)
  const people = createPeople(join(settings.dataDir, 'people.json'))
  const assets = createAssets(settings.dataDir)
  const lake: Lake = {
    settings,
    store,
    transact,
    groq,
    assets,
    listeners,
    liveEvents,
    people,
    log,
    publicUrl,
  }

  const hosts = () => allowedHosts(port, settings.projectId)
  const app = createServer(lake, hosts)
  const server = createGuardedServer(app.fetch, (error) =>
    log.error({err: error}, 'a request could not be answered'),
  )
  const stop = createStopper(server)
  endStalledAnswers(server, stallCheckMs)
  const sockets = createSocketServer(server, lake, hosts)
  port = await listen(server, settings)
  await relocateAssets(lake)
  const {projectId} = settings
  const webhooks = webhooksOf(settings)
  const sender = createWebhookSender({store, webhooks, projectId, log, ...options})
  const scheduled = createScheduledPublisher({store, transact, log})
  const {historyDays} = settings
  const thinning = createThinningTimer({store, log, now, historyDays, everyMs: thinEveryMs})
  if (webhooks.length === 0) log.info({}, 'WEBHOOK_SECRET is not set: nobody is told of changes')

  return {
    port,
    async close() {
      const stopped = stop()
      sockets.close()
      listeners.close()
      liveEvents.close()
      await thinning.close()
      await scheduled.close()
      await sender.close()
      await stopped
      await idle()
      await groq.close()
      store.close()
      unlock()
    },
  }
}

function listen(server: Server, {host, port}: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Error(`Port ${port} of ${host} cannot be used. Set another LAKE_PORT.`, {cause: error}),
      ),
    )
    server.listen(port, host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
      else reject(new Error(`The lake listens on ${address}, which has no port.`))
    })
  })
}
