import {createSiteBuilder} from './createSiteBuilder.ts'
import {parseBuilderSettings} from './builderSettings.ts'
import type {BuilderMessage, BuilderRequest} from './protocol.ts'

/** Grown larger than this, it leaves its place to a new one. */
const LARGEST_RSS_BYTES = 900_000_000

const tell = (message: BuilderMessage) => void process.send?.(message)

/** Builds what the publisher asks for, one request after the other, until it is told to close or its parent is gone. */
async function main() {
  const builder = await createSiteBuilder(parseBuilderSettings(process.env), tell)
  tell({type: 'ready'})

  let last = builder.prepare()
  process.on('message', (request: BuilderRequest) => {
    last = last.then(() => (request.type === 'close' ? leave() : build(request)))
  })

  async function build(request: Extract<BuilderRequest, {type: 'build'}>) {
    await deliver(await builder.build(request))
    if (process.memoryUsage.rss() > LARGEST_RSS_BYTES) leave()
    else await builder.prepare()
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
