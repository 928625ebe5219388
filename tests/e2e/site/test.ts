import type {BrowserContextOptions, Page} from 'playwright-core'

import {test as siteTest} from '../../contract/site/test.ts'
import {openBrowser} from '../browser.ts'
import {serveSite} from './serveSite.ts'

export {expect} from 'vitest'

/** `open`: a page of the trial site in a real browser, without scripts unless a test asks for them. */
export const test = siteTest
  .extend('server', {scope: 'file'}, async ({site}, {onCleanup}) => {
    const server = await serveSite(site)
    onCleanup(server.close)
    return server
  })
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  .extend('browser', {scope: 'file'}, async ({}, {onCleanup}) => {
    const browser = await openBrowser()
    onCleanup(() => browser.close())
    return browser
  })
  .extend('open', async ({browser, server}, {onCleanup}) => {
    const opened: Page[] = []
    onCleanup(async () => {
      for (const page of opened) await page.context().close()
    })
    return async (path: string, options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({javaScriptEnabled: false, ...options})
      const page = await context.newPage()
      opened.push(page)
      await page.goto(server.url + path)
      return page
    }
  })

/** One page of each kind. */
export const pageKinds = [
  '/',
  '/404.html',
  '/fr/',
  '/fr/reunions/',
  '/fr/reunions/florence-2017-10-05/',
  '/hr/sastanci/florence-2017-10-05/',
  '/fr/partenaires/',
  '/fr/partenaires/iris/',
  '/fr/politiques/',
  '/fr/politiques/bons/',
  '/fr/typologie/',
  '/fr/typologie/coworking/',
  '/fr/projet/',
  '/fr/mentions-legales/',
  '/fr/accessibilite/',
  '/fr/404.html',
  '/el/',
] as const
