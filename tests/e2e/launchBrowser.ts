import type {Browser} from 'playwright-core'
import {chromium} from 'playwright-core'

import type {BrowserLocation} from '../findBrowser.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real browser without a window. Whoever opens it closes it. */
export function launchBrowser({executablePath, libraries}: BrowserLocation): Promise<Browser> {
  const environment = libraries ? {env: {...process.env, LD_LIBRARY_PATH: libraries}} : {}
  return chromium.launch({executablePath, args: flags, headless: true, ...environment})
}
