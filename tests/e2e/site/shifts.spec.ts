import type {Page} from 'playwright-core'

import {expect, test} from './test.ts'

const FONTS_TAKE_MS = 600

test.for([
  {path: '/fr/', width: 1280},
  {path: '/fr/reunions/florence-2017-10-05/', width: 390},
  {path: '/el/', width: 1280},
])('nothing moves on $path when fonts come late', async ({path, width}, {open}) => {
  const page = await open('/favicon.svg', {
    javaScriptEnabled: true,
    viewport: {width, height: 800},
  })
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONTS_TAKE_MS))
    await route.continue()
  })
  await page.goto(new URL(path, page.url()).href, {waitUntil: 'networkidle'})

  expect(await shiftOf(page)).toBeLessThan(0.01)
})

/** How far what was shown has moved since the page began to load. @see https://web.dev/articles/cls */
async function shiftOf(page: Page) {
  const shifts = await page.evaluate(() =>
    new Promise<unknown[]>((resolve) => {
      const told = (list: {getEntries(): unknown[]}) => resolve(list.getEntries())
      new PerformanceObserver(told).observe({type: 'layout-shift', buffered: true})
      setTimeout(() => resolve([]), 300)
    }).then((entries) => entries.map((entry) => JSON.stringify(entry))),
  )
  return shifts.map((shift) => Number(JSON.parse(shift).value)).reduce((sum, each) => sum + each, 0)
}
