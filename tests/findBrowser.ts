import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

import sparticuz, {inflate, setupLambdaEnvironment} from '@sparticuz/chromium'

/** Where a browser is, and the folder of libraries it needs beside the system's. */
export interface BrowserLocation {
  executablePath: string
  libraries: string | undefined
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** An installed Chromium or Chrome, else the one inside the npm package, unpacked once. Throws where there is neither. */
export async function findBrowser(): Promise<BrowserLocation> {
  const found = installed.find((path) => existsSync(path))
  return found ? {executablePath: found, libraries: undefined} : unpacked()
}

/** The packaged browser comes with the libraries that a bare Linux lacks. */
async function unpacked(): Promise<BrowserLocation> {
  if (process.platform !== 'linux') {
    throw new Error('The tests need a browser. Install Chrome or Chromium, then run them again.')
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const binaries = join(dirname(entry), '..', 'bin')
  const libraries = join(await inflate(join(binaries, 'al2023.tar.br')), 'lib')
  setupLambdaEnvironment(libraries)
  return {executablePath: await sparticuz.executablePath(), libraries}
}
