import {existsSync, readFileSync, readdirSync, readlinkSync, rmSync} from 'node:fs'
import {basename, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import type {PublisherLine} from '../publisher/publisherLine.ts'
import type {LeftFolder} from './createDisk.ts'
import {counterOf, NOTE} from './recordLine.ts'
import {writeDisk} from './writeDisk.ts'

interface Promised {
  /** The number that an officer was told is kept. */
  counter: number
  /** The number that a visitor has seen. */
  live: number
  /** The webhooks of which the lake was told that they are kept. */
  webhooks: readonly string[]
  withinMs: number
}

/** Starts everything on what a power cut left, and gives all that is not as it was promised, in words. */
export async function afterPowerCut(
  line: PublisherLine,
  left: LeftFolder,
  promised: Promised,
): Promise<string[]> {
  writeDisk(line.dataDir, left)
  const live = liveCounter(line)
  const stops: (() => Promise<void>)[] = []
  try {
    stops.push(await line.lake())
    const kept = await keptCounter(line)
    stops.push(await line.publisher())
    const problems = [
      ...(live < promised.live ? [`${promised.live} was live, ${live} is left`] : []),
      ...(kept < promised.counter
        ? [`${promised.counter} acknowledged, the lake has ${kept}`]
        : []),
      ...missingWebhooks(line, promised.webhooks),
      ...(await untilLive(line, kept, promised)),
    ]
    return [...problems, ...(await damageOf(line))]
  } catch (error) {
    return [`does not start: ${error instanceof Error ? error.message : String(error)}`]
  } finally {
    for (const stop of stops.toReversed()) await stop()
    for (const name of readdirSync(line.dataDir))
      rmSync(join(line.dataDir, name), {recursive: true, force: true})
  }
}

/** As any web server finds it. */
function liveCounter({dataDir}: PublisherLine) {
  const page = join(dataDir, 'releases', 'current', 'fr', NOTE, 'index.html')
  return existsSync(page) ? (counterOf(readFileSync(page, 'utf8')) ?? -1) : 0
}

async function keptCounter({client}: PublisherLine) {
  const kept = await client.getDocument<{text: string}>(NOTE)
  return kept ? (counterOf(kept.text) ?? -1) : 0
}

/** Reads a page again and again until it is as the lake has it; every answer on the way is a whole page, or none. */
async function untilLive(line: PublisherLine, kept: number, {withinMs}: Promised) {
  const deadline = Date.now() + withinMs
  const problems = new Set<string>()
  for (;;) {
    const home = await fetch(`${line.site}/index.html`)
    const answer = await fetch(`${line.site}/fr/${NOTE}/`)
    const text = await answer.text()
    if (answer.status === 200 && counterOf(text) === undefined)
      problems.add(`a torn page is served: ${text.length} characters`)
    const isLive = kept > 0 ? counterOf(text) === kept : home.status === 200
    const {health, pending, building} = await line.status()
    if (isLive && health === 'ok' && pending === 0 && !building) return [...problems]
    if (Date.now() > deadline) return [...problems, `${kept} is not live: ${health}, ${pending}`]
    await sleep(20)
  }
}

function missingWebhooks({dataDir}: PublisherLine, keys: readonly string[]) {
  const database = new DatabaseSync(join(dataDir, 'publisher.db'), {readOnly: true, timeout: 5000})
  const rows = database.prepare('SELECT key FROM deliveries').all()
  database.close()
  const known = new Set(rows.map(({key}) => key))
  return keys.filter((key) => !known.has(key)).map((key) => `webhook ${key} is missing`)
}

async function damageOf({dataDir}: PublisherLine) {
  const current = join(dataDir, 'releases', 'current')
  if (!existsSync(current)) return ['nothing is live']
  const {digest} = await digestOfTree(current)
  return digest === basename(readlinkSync(current)) ? [] : ['the live release is damaged']
}
