import type {TestProject} from 'vitest/node'

import type {BrowserLocation} from './findBrowser.ts'
import {findBrowser} from './findBrowser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserLocation
  }
}

/** Finds the browser once for all tests, before any of them runs. */
export default async function setup(project: TestProject) {
  project.provide('browser', await findBrowser())
}
