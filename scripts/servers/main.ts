import {join, relative, resolve} from 'node:path'

import {liveDirectory} from '../publisher/site/liveDirectory.ts'
import {readServedSite} from './servedSite.ts'
import {writeServerConfig} from './writeServerConfig.ts'

/** `npm run releases:servers -- DIR`: what Caddy and nginx need to serve the live release, for `SITE_URL`. */
async function main([directory]: readonly string[]) {
  if (!directory) throw new Error('Name a folder: npm run releases:servers -- DIR')
  const releases = resolve(process.env.DATA_DIR || '.data', 'releases')
  const live = liveDirectory(releases)
  if (live === undefined) throw new Error(`Nothing is live in ${releases} yet. Publish first.`)
  const url = new URL(process.env.SITE_URL || 'http://localhost:4321')
  const site = await readServedSite(live, join(releases, 'current'), url)
  const names = await writeServerConfig(site, directory)
  return names.map((name) => relative('.', join(directory, name))).join('\n')
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
