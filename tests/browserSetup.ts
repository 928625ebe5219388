import {existsSync} from 'node:fs'

import sparticuz, {inflate, setupLambdaEnvironment} from '@sparticuz/chromium'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser for the tests is. */
    browser: {executablePath: string; libraries: string | undefined}
  }
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

/** Finds a browser once for all tests: an installed Chromium or Chrome, else the one in the npm package. */
export default async function setup(project: TestProject) {
  const found = installed.find((path) => existsSync(path))
  project.provide(
    'browser',
    found ? {executablePath: found, libraries: undefined} : await unpacked(),
  )
}

/** The packaged browser, with the libraries a bare Linux lacks. */
async function unpacked() {
  if (process.platform !== 'linux') {
    throw new Error('The tests need a browser. Install Chrome or Chromium, then run them again.')
  }
  const binaries = join(
    dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
    '..',
    'bin',
  )
  const libraries = join(await inflate(join(binaries, 'al2023.tar.br')), 'lib')
  setupLambdaEnvironment(libraries)
  return {
    executablePath: await sparticuz.executablePath(),
    libraries: join(tmpdir(), 'al2023', 'lib'),
  }
}
