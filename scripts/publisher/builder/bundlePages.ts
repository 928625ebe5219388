import {existsSync} from 'node:fs'
import {readdir, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {pictureMaker} from '@coworkmed/site/renderer'

import {digestOfFiles} from '../../digestOfFiles.ts'
import {syncPath, syncTree} from '../../durable.ts'
import {runToEnd} from '../../runToEnd.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const site = join(root, 'site')
const astro = join(site, 'node_modules', 'astro', 'bin', 'astro.mjs')
const CODE = ['site', 'schemas/src', 'pnpm-lock.yaml']
const UNUSED_MS = 24 * 60 * 60 * 1000

/** Dates, numbers and the order of names come from Node's own data. */
const {node, icu, cldr, unicode, tz} = process.versions
const MADE_WITH = {node, icu, cldr, unicode, tz, pictureMaker}

/** A digest of all that decides how pages look besides content: code, messages, packages, Node, sharp, the site's own address. */
export const codeDigest = (siteUrl: string) => digestOfFiles(root, CODE, {siteUrl, ...MADE_WITH})

/** A digest of what takes documents apart, code and packages: a snapshot of other code is fetched anew. */
export const parserDigest = () =>
  digestOfFiles(root, ['schemas/src', 'site/src/content', 'pnpm-lock.yaml'], MADE_WITH)

/**
 * Bundles the site's pages for the warm renderer, unless this code was bundled before. Gives the folder.
 * It lies inside the site, whose packages the bundle needs. Rejects with what the bundler said.
 */
export async function bundlePages(code: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(site, '.astro', `pages-${code.slice(0, 16)}`)
  if (existsSync(folder)) return folder
  await removeUnused(dirname(folder))
  const making = `${folder}-${process.pid}`
  const args = [astro, 'build', '--config', 'renderer/astro.config.ts', '--outDir', making]
  await runToEnd({args, cwd: site, environment: {...environment, ASTRO_TELEMETRY_DISABLED: '1'}})
  syncTree(making) // under its name it is taken for whole, after a power cut too
  await rename(making, folder).catch(async (error: unknown) => {
    await rm(making, {recursive: true, force: true})
    if (!existsSync(folder)) throw error // else another publisher was first
  })
  syncPath(dirname(folder))
  return folder
}

async function removeUnused(directory: string) {
  if (!existsSync(directory)) return
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    const age = name.startsWith('pages-') ? Date.now() - (await stat(path)).mtimeMs : 0
    if (age > UNUSED_MS) await rm(path, {recursive: true, force: true})
  }
}
