import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {serveStudio} from '../serveStudio.ts'
import {builtStudio} from './builtStudio.ts'
import {createTeller} from './createTeller.ts'
import {firstContent} from './firstContent.ts'
import type {LauncherSettings} from './launcherSettings.ts'
import {startProgram} from './program.ts'
import {requireFreePorts} from './requireFreePorts.ts'
import {say, sayWhile} from './say.ts'
import {waitUntilLive} from './waitUntilLive.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Brings up the whole line: lake, content, publisher, Studio and site; says `Ready` when a visitor and an officer can begin.
 * Gives `close()`, which takes it down in the opposite order. Rejects with a sentence, everything stopped, when a part
 * fails or `signal` ends the start.
 */
export async function startEverything(settings: LauncherSettings, signal: AbortSignal) {
  const {ports, hasLake} = settings
  await requireFreePorts(
    hasLake ? ports : {publisher: ports.publisher, site: ports.site, studio: ports.studio},
  )

  const down: (() => Promise<void>)[] = []
  const close = async () => {
    for (const stop of down.toReversed()) await stop()
  }
  const keep = (part: {stop: () => Promise<void>}) => void down.push(part.stop)

  try {
    await startParts({settings, signal, keep})
  } catch (error) {
    await close()
    throw error
  }
  say(addresses(settings))
  return {close}
}

interface PartsOptions {
  settings: LauncherSettings
  signal: AbortSignal
  /** Told of each part as soon as it runs. */
  keep: (part: {stop: () => Promise<void>}) => void
}

/** An officer can begin before the site is built: what keeps a build from succeeding is mended in the Studio. */
async function startParts({settings, signal, keep}: PartsOptions) {
  const {environment, isDevelopment, hasLake, ports} = settings
  const built = isDevelopment
    ? undefined
    : sayWhile('Studio', () => builtStudio({root, environment, signal}))
  built?.catch(() => undefined) // awaited below; the lake may fail first
  if (hasLake) keep(await sayWhile('Lake', () => startProgram(lake(settings, signal))))
  const content = () => firstContent({hasLake, root, environment, signal})
  const advice = hasLake ? await sayWhile('Content', content) : await content()
  if (advice) say(advice)
  if (built) {
    const teller = createTeller('publisher')
    keep(await startProgram({...publisher(settings, signal), teller}))
    const live = sayWhile('Site', () => waitUntilLive(ports.publisher, teller, signal))
    live.catch(() => undefined) // awaited below; the Studio may fail first
    keep(await startStudio(await built, settings))
    await live
  } else {
    const site = siteInDevelopment(settings, signal)
    const studio = studioInDevelopment(settings, signal)
    keep(await sayWhile('Site, reloading by itself', () => startProgram(site)))
    keep(await sayWhile('Studio, reloading by itself', () => startProgram(studio)))
  }
}

async function startStudio(
  directory: string,
  {ports, apiHost, projectId, dataset, siteUrl, operatorToken}: LauncherSettings,
) {
  const studio = await serveStudio({
    directory,
    port: ports.studio,
    lakeUrl: apiHost.replace('127.0.0.1', 'localhost'),
    projectId,
    dataset,
    siteUrl,
    publisher: {publisherUrl: `http://127.0.0.1:${ports.publisher}`, operatorToken},
  })
  return {stop: studio.close}
}

const LISTENING = /"msg":"listening"/

function lake(settings: LauncherSettings, signal: AbortSignal) {
  const args = [join(root, 'scripts/lake/main.ts')]
  const healthUrl = healthOf(settings.ports.lake)
  return {
    ...program(settings, signal),
    name: 'lake',
    args,
    cwd: root,
    readyWhen: LISTENING,
    healthUrl,
  }
}

function publisher(settings: LauncherSettings, signal: AbortSignal) {
  const args = [join(root, 'scripts/publisher/main.ts')]
  const healthUrl = healthOf(settings.ports.publisher)
  return {
    ...program(settings, signal),
    name: 'publisher',
    args,
    cwd: root,
    readyWhen: LISTENING,
    healthUrl,
  }
}

const healthOf = (port: number) => `http://127.0.0.1:${port}/healthz`

function siteInDevelopment(settings: LauncherSettings, signal: AbortSignal) {
  const cwd = join(root, 'site')
  const astro = [join(cwd, 'node_modules/astro/bin/astro.mjs'), 'dev']
  const args = [...notOurs, ...astro, ...addressOf(settings.ports.site)]
  return {...program(settings, signal), name: 'site', args, cwd, readyWhen: /ready in|Local/}
}

function studioInDevelopment(settings: LauncherSettings, signal: AbortSignal) {
  const cwd = join(root, 'studio')
  const sanity = [join(cwd, 'node_modules/sanity/bin/sanity'), 'dev']
  const args = [...notOurs, ...sanity, ...addressOf(settings.ports.studio)]
  return {
    ...program(settings, signal),
    name: 'studio',
    args,
    cwd,
    readyWhen: /running at|ready in/i,
  }
}

const notOurs = ['--import', import.meta.resolve('../endWithStarter.ts')]
const addressOf = (port: number) => ['--host', '127.0.0.1', '--port', String(port)]

function program({environment, dataDirectory}: LauncherSettings, signal: AbortSignal) {
  return {environment, dataDirectory, signal}
}

function addresses({ports, apiHost, hasLake, isDevelopment, dataDirectory}: LauncherSettings) {
  const rows = [
    ['Site', `http://localhost:${ports.site}/`],
    ['Studio', `http://localhost:${ports.studio}/`],
    ['Lake', hasLake ? `http://localhost:${ports.lake}/` : apiHost || 'https://api.sanity.io'],
    ...(isDevelopment ? [] : [['Publisher', `http://localhost:${ports.publisher}/status`]]),
    ['Data', dataDirectory],
  ]
  const lines = rows.map(([name = '', address = '']) => `  ${name.padEnd(10)} ${address}`)
  return `\n${lines.join('\n')}\n\nStop with Ctrl-C.\nReady`
}
