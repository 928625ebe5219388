import {createSiteBuilder} from './createSiteBuilder.ts'
import {parseBuilderSettings} from './builderSettings.ts'
import type {BuilderMessage, BuilderRequest} from './protocol.ts'

/** Grown larger than this, and half as large again as it was when it was ready, it leaves its place to a new one. */
const LARGE_BYTES = 900_000_000
const GROWN = 1.5

const tell = (message: BuilderMessage) => void process.send?.(message)

/** Builds what the publisher asks for, one request after the other, until it is told to close or its parent is gone. */
async function main() {
  const builder = await createSiteBuilder(parseBuilderSettings(process.env), tell)
  tell({type: 'ready'})

  let readyBytes = Infinity
  let last = builder.prepare().then(noteSize)
  process.on('message', (request: BuilderRequest) => {
    last = last.then(() => (request.type === 'close' ? leave() : build(request)))
  })

  async function build(request: Extract<BuilderRequest, {type: 'build'}>) {
    await deliver(await builder.build(request))
    if (process.memoryUsage.rss() > Math.max(LARGE_BYTES, GROWN * readyBytes)) leave()
    else await builder.prepare().then(noteSize)
  }

  /** Of a site with content, once all of it is known. */
  function noteSize() {
    readyBytes = Math.min(readyBytes, process.memoryUsage.rss())
  }

  function leave() {
    builder.close()
    process.disconnect()
  }
}

/** Resolves when the answer is on its way: whoever leaves before would take it along. */
const deliver = (answer: BuilderMessage) =>
  new Promise<void>((resolve) => {
    if (process.send) process.send(answer, undefined, undefined, () => resolve())
    else resolve()
  })

process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined) // its publisher ends it
await main()
