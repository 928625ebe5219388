import {inject} from 'vitest'

import {launchBrowser} from './launchBrowser.ts'

/** The browser of a test, as found before the run. Whoever opens it closes it. */
export const openBrowser = () => launchBrowser(inject('browser'))
