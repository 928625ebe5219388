import {expect, pageKinds, test} from './test.ts'

test.for(pageKinds)('nothing overflows a narrow window on %s', async (path, {open}) => {
  const page = await open(path, {viewport: {width: 320, height: 700}, javaScriptEnabled: true})
  const widths = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(widths.content).toBeLessThanOrEqual(widths.window)
})

test.for([
  {path: '/hr/sastanci/', width: 320},
  {path: '/el/synantiseis/', width: 400},
  {path: '/ca/reunions/', width: 600},
])('a date keeps clear of its meeting on $path at $width px', async ({path, width}, {open}) => {
  const page = await open(path, {viewport: {width, height: 700}})
  for (const row of await page.locator('.chronicle > li:has(.rest)').all()) {
    const date = await row.locator('.rest').boundingBox()
    const title = await row.locator('h3').boundingBox()
    if (!date || !title) continue
    const above = date.y + date.height <= title.y
    expect(above || date.x + date.width <= title.x).toBe(true)
  }
})

test.for(pageKinds)(
  'the funding of the Union is seen without scrolling on %s',
  async (path, {open}) => {
    const page = await open(path, {viewport: {width: 320, height: 480}})
    const emblem = await page.locator('.acknowledgement svg').boundingBox()
    const sentence = await page.locator('.acknowledgement p').first().boundingBox()
    expect(emblem && emblem.y + emblem.height).toBeLessThan(240)
    expect(sentence && sentence.y + sentence.height).toBeLessThan(240)
  },
)

test('a strict content security policy holds: nothing is refused, nothing fails to load', async ({
  open,
  server,
}) => {
  const page = await open('/fr/', {javaScriptEnabled: true})
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  page.on('requestfailed', (request) => {
    // Loading anew breaks off what the first load had not finished.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(request.url())
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.reload({waitUntil: 'networkidle'})
  expect(problems).toEqual([])
  expect(new Set(asked)).toEqual(new Set([server.url]))
})

test('the map is drawn', async ({open}) => {
  const page = await open('/fr/', {viewport: {width: 1280, height: 900}, javaScriptEnabled: true})
  await page.waitForLoadState('networkidle')
  const land = await page.evaluate(() => {
    const drawn = document.querySelector<SVGGraphicsElement>('.basin use')
    return drawn?.getBBox().width ?? 0
  })
  expect(land).toBeGreaterThan(640)
})

test('the languages stand open where there is room, and open without a script where there is none', async ({
  open,
}) => {
  const wide = await open('/fr/', {viewport: {width: 1280, height: 900}})
  expect(await wide.locator('.languages a[hreflang=el]').isVisible()).toBe(true)

  const narrow = await open('/fr/', {viewport: {width: 320, height: 700}})
  expect(await narrow.locator('.languages a[hreflang=el]').isVisible()).toBe(false)
  await narrow.locator('.languages summary').click()
  await narrow.locator('.languages a[hreflang=el]').click()
  expect(new URL(narrow.url()).pathname).toBe('/el/')
})

test('nothing moves for those who asked for less motion', async ({open}) => {
  const page = await open('/fr/', {reducedMotion: 'reduce', javaScriptEnabled: true})
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
    'auto',
  )
})

test('on paper the text stands alone', async ({open}) => {
  const page = await open('/fr/reunions/florence-2017-10-05/')
  await page.emulateMedia({media: 'print'})
  expect(await page.locator('.masthead nav').isVisible()).toBe(false)
  expect(await page.locator('.languages').isVisible()).toBe(false)
  expect(await page.locator('h1').isVisible()).toBe(true)
  expect(await page.locator('.acknowledgement p').isVisible()).toBe(true)
  const foot = await page.locator('.foot').evaluate((element) => {
    const {backgroundColor, color} = getComputedStyle(element)
    return {backgroundColor, color}
  })
  expect(foot).toEqual({backgroundColor: 'rgba(0, 0, 0, 0)', color: 'rgb(16, 33, 27)'})
})

test('on paper no table says that it scrolls', async ({open}) => {
  const page = await open('/fr/politiques/', {viewport: {width: 390, height: 700}})
  expect(await page.locator('.hint').isVisible()).toBe(true)
  await page.emulateMedia({media: 'print'})
  expect(await page.locator('.hint').isVisible()).toBe(false)
})
