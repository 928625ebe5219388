import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {serveStudio} from '../serveStudio.ts'
import {builtStudio} from './builtStudio.ts'
import type {LauncherSettings} from './launcherSettings.ts'
import {startProgram} from './program.ts'
import {requireFreePorts} from './requireFreePorts.ts'
import {say, sayWhile} from './say.ts'
import {seedContent} from './seedContent.ts'
import {waitUntilLive} from './waitUntilLive.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Brings up the whole line: lake, content, publisher and site, Studio; says `Ready` when a visitor and an officer can begin.
 * Gives `close()`, which takes it down in the opposite order. Rejects with a sentence, everything stopped, when a part fails.
 */
export async function startEverything(settings: LauncherSettings) {
  const {ports, hasLake, isDevelopment} = settings
  await requireFreePorts(
    hasLake ? ports : {publisher: ports.publisher, site: ports.site, studio: ports.studio},
  )

  const down: (() => Promise<void>)[] = []
  const close = async () => {
    for (const stop of down.toReversed()) await stop()
  }
  const keep = <Part extends {stop: () => Promise<void>}>(part: Part) => down.push(part.stop)

  try {
    const studioDirectory = isDevelopment
      ? undefined
      : sayWhile('Studio', () => builtStudio(root, settings.environment))
    studioDirectory?.catch(() => undefined) // awaited below; the lake may fail first
    if (hasLake) keep(await sayWhile('Lake', () => startProgram(lake(settings))))
    await sayWhile('Content', () => seedContent(root, settings))
    const site = isDevelopment
      ? sayWhile('Site, reloading by itself', () => startProgram(siteInDevelopment(settings)))
      : sayWhile('Site', () => startSite(settings))
    keep(await site)
    keep(
      studioDirectory
        ? await startStudio(await studioDirectory, settings)
        : await sayWhile('Studio, reloading by itself', () =>
            startProgram(studioInDevelopment(settings)),
          ),
    )
  } catch (error) {
    await close()
    throw error
  }
  say(addresses(settings))
  return {close}
}

async function startSite(settings: LauncherSettings) {
  const publisher = await startProgram(publisherProgram(settings))
  await waitUntilLive(settings.ports.publisher)
  return publisher
}

async function startStudio(
  directory: string,
  {ports, apiHost, projectId, dataset}: LauncherSettings,
) {
  const lakeUrl = apiHost.replace('127.0.0.1', 'localhost')
  const studio = await serveStudio({directory, port: ports.studio, lakeUrl, projectId, dataset})
  return {stop: studio.close}
}

function lake(settings: LauncherSettings) {
  return program(settings, 'lake', [join(root, 'scripts/lake/main.ts')], root, /"msg":"listening"/)
}

function publisherProgram(settings: LauncherSettings) {
  return program(
    settings,
    'publisher',
    [join(root, 'scripts/publisher/main.ts')],
    root,
    /"msg":"listening"/,
  )
}

function siteInDevelopment(settings: LauncherSettings) {
  const astro = join(root, 'site/node_modules/astro/bin/astro.mjs')
  const args = [astro, 'dev', '--host', '127.0.0.1', '--port', String(settings.ports.site)]
  return program(settings, 'site', args, join(root, 'site'), /ready in|Local/)
}

function studioInDevelopment(settings: LauncherSettings) {
  const sanity = join(root, 'studio/node_modules/sanity/bin/sanity')
  const args = [sanity, 'dev', '--host', '127.0.0.1', '--port', String(settings.ports.studio)]
  return program(settings, 'studio', args, join(root, 'studio'), /running at|ready in/i)
}

function program(
  {environment, dataDirectory}: LauncherSettings,
  name: string,
  args: readonly string[],
  cwd: string,
  readyWhen: RegExp,
) {
  return {name, args, cwd, environment, dataDirectory, readyWhen}
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
