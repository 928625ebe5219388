// Longer than most: starting the whole line and a Studio is dear, so all that officers are told of a publish shares one.
import AxeBuilder from '@axe-core/playwright'
import type {Browser, BrowserContext, Locator, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test} from 'vitest'

import type {Receipt} from '../../scripts/publisher/receipts/receipt.ts'
import {startPublisherDouble} from '../contract/studio/publisherDouble.ts'
import {changeOf, heldBackOf, receiptOf, refusedOf} from '../unit/studio/receipt.ts'
import {openBrowser} from './browser.ts'
import * as studio from './pages/studio.ts'
import type {StudioWithLake} from './studioWithLake.ts'
import {SITE_URL, startStudioWithLake} from './studioWithLake.ts'

/** As patient as a busy machine needs. */
const PATIENT = {timeout: 30_000, interval: 250}
const TOKEN = 'the-operators-own-word'

let publisher: Awaited<ReturnType<typeof startPublisherDouble>>
let running: StudioWithLake
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  publisher = await startPublisherDouble(TOKEN)
  running = await startStudioWithLake({publisherUrl: publisher.url, operatorToken: TOKEN})
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await running?.remove()
  await publisher?.close()
})
beforeEach(async () => {
  publisher.tell([])
  context = await browser.newContext({viewport: {width: 1400, height: 900}})
  page = await context.newPage()
})
afterEach(() => context.close())

test('shows beside the Publish button that a publish is on its way, and then since when it is live', async () => {
  await createMeeting('florence', 'Réunion de Florence')
  await studio.openDocument(page, running.studioUrl, 'meeting', 'florence')
  await studio.writeLocalized(page, 'title', 'fr', 'Florence, les tiers-lieux')

  await studio.publish(page)
  await footer('Being published…').waitFor()

  publisher.tell(await liveReceipts('florence'))
  await footer(/^Live since \d\d:\d\d · 0\.4\ss$/).waitFor()
  await expect
    .poll(() => page.getByTestId('announcement').textContent())
    .toMatch(/^Live since \d\d:\d\d$/)
})

test('says above the form why a publish is not live, and leads to the field', async () => {
  await createMeeting('refused', 'Réunion de Gênes')
  publisher.tell(await refusedReceipts('refused'))
  await studio.openDocument(page, running.studioUrl, 'meeting', 'refused')
  await studio.openTab(page, 'Facts')

  const notice = page.getByTestId('live-notice')
  await notice.getByText('Not live', {exact: true}).waitFor()
  await notice.getByText('The page /fr/reunions/refused/ has no title.').waitFor()
  await notice.getByText('Visitors do not see it yet.').waitFor()
  await footer('Not live').waitFor()
  await notice.getByRole('link', {name: 'Go to the field “Address” (French)'}).click()

  await page.getByTestId('field-slug').waitFor()
  expect(await violations()).toEqual([])
})

test('says beside a form that its document is held back, why in one place only, and where to mend it', async () => {
  await createMeeting('held', 'Réunion de Pise')
  const [told, held] = await heldBack('held')
  publisher.tell([told, ...(await earlierReceipts('held'))], 'refused', [held])
  await studio.openDocument(page, running.studioUrl, 'meeting', 'held')
  await footer('Earlier version on the site').waitFor()

  const onSite = await studio.openOnSite(page)

  await onSite.getByText(/^Held back since/).waitFor()
  await onSite.getByText(/^Went live/).waitFor()
  expect(await onSite.getByText(held.refusal.message).count()).toBe(1)
  expect(await onSite.getByRole('link', {name: 'Go to the field “Report” (French)'}).count()).toBe(
    1,
  )
  expect(await violations()).toEqual([])
})

test('lists what is held back above all, and says there why', async () => {
  await createMeeting('held', 'Réunion de Pise')
  const [told, held] = await heldBack('held')
  publisher.tell([told], 'refused', [{...held, shown: null}])
  await openReceipts()

  const list = page.getByTestId('held-back')
  await list.getByText('One document is held back').waitFor()
  await list.getByText(`Not on the site. ${held.refusal.message}`).waitFor()
  await page.getByTestId('publish').getByText('Held back · just now').waitFor()
  expect(await page.getByText(held.refusal.message).count()).toBe(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme})
    expect(await violations()).toEqual([])
  }

  publisher.tell(await liveReceipts('held'))
  await list.waitFor({state: 'detached'})
})

test('says above all that nothing goes live, since when, why, and what to do, until it is mended', async () => {
  await createMeeting('safe', 'Réunion de Bastia')
  publisher.tell(await liveReceipts('safe'))
  await openReceipts()
  await page.getByRole('link', {name: 'Réunion de Bastia'}).waitFor()
  const message = 'ENOSPC: no space left on device, write'
  const since = new Date().toISOString()
  publisher.suffer({kind: 'diskFull', message, since, document: null})

  const problem = page.getByTestId('problem')
  await problem.getByText(/^Nothing has gone live since \d\d:\d\d$/).waitFor()
  const text = await problem.getByText('is full.').textContent()
  expect(text).toBe(
    'The disk of the machine that makes the site is full. What you publish is safe, and goes live once this is mended. ' +
      `If it lasts, tell whoever looks after the system: “${message}”`,
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme})
    expect(await violations()).toEqual([])
  }
  publisher.suffer(null)
  await problem.waitFor({state: 'detached'})
})

test('says how far a large build is, above the form that waits for it and in the tool, until it ends', async () => {
  await createMeeting('waits', 'Réunion de Bari')
  publisher.tell(await earlierReceipts('waits'))
  await studio.openDocument(page, running.studioUrl, 'meeting', 'waits')
  await footer('Being published…').waitFor()

  const notice = page.getByTestId('live-notice')
  const whenLive = notice.getByText('Live when the present build is done: 2,100 pages, 12 %')
  await buildGoesOn(252, 2100, whenLive)
  await studio.openTool(page, 'On the site')
  const build = page.getByTestId('build')
  await buildGoesOn(1050, 2100, build.getByText('Building 2,100 pages, 50 %'))
  expect(await violations()).toEqual([])

  publisher.tell(await liveReceipts('waits'))
  await build.waitFor({state: 'detached'})
})

test('says nothing of a small build, which is done before anybody has read of it', async () => {
  await openReceipts()
  const build = page.getByTestId('build')
  await buildGoesOn(50, 100, build.getByText('Building 100 pages, 50 %'))
  publisher.happen('step', {step: 'render', done: 20, of: 99})
  await build.waitFor({state: 'detached'})
})

test('lists what was published, with links to the site and back to the document', async () => {
  await createMeeting('listed', 'Réunion de Nice')
  publisher.tell(await liveReceipts('listed'))
  await openReceipts()

  const entry = page.getByTestId('publish').first()
  await entry.getByRole('link', {name: 'Réunion de Nice'}).waitFor()
  await entry.getByText(/^Live since \d\d:\d\d, .* · 0\.4\ss after Publish$/).waitFor()
  await entry.getByText('Changed: “Title” (French)').waitFor()
  const address = entry.getByRole('link', {name: '/fr/reunions/listed/ on the site'})
  expect(await address.getAttribute('href')).toBe(`${SITE_URL}/fr/reunions/listed/`)
  expect(await violations()).toEqual([])

  await entry.getByRole('link', {name: 'Réunion de Nice'}).click()
  await studio.form(page).waitFor()
})

test('adds what is published while one looks, and finds what is not live', async () => {
  await createMeeting('one', 'Réunion de Split')
  await createMeeting('two', 'Réunion de Zadar')
  publisher.tell(await liveReceipts('one'))
  await openReceipts()
  await page.getByRole('link', {name: 'Réunion de Split'}).waitFor()

  publisher.tell([...(await refusedReceipts('two')), ...(await liveReceipts('one'))], 'refused')

  await page.getByRole('link', {name: 'Réunion de Zadar'}).waitFor()
  await page.getByLabel('Only what is not live').check()
  expect(await titlesShown()).toEqual(['Réunion de Zadar'])
  await page.getByLabel('Only what is not live').uncheck()
  await page.getByLabel('Filter by title').fill('split')
  expect(await titlesShown()).toEqual(['Réunion de Split'])
})

test('says that the publisher is away, keeps what is known, and notices its return', async () => {
  await createMeeting('kept', 'Réunion de Valence')
  const receipts = await liveReceipts('kept')
  publisher.tell(receipts)
  await openReceipts()
  await page.getByRole('link', {name: 'Réunion de Valence'}).waitFor()
  const {port} = publisher

  await publisher.close()
  await page.getByText('The publisher does not answer.').waitFor()
  expect(await titlesShown()).toEqual(['Réunion de Valence'])

  publisher = await startPublisherDouble(TOKEN, port)
  publisher.tell(receipts)
  await page.getByText('The publisher does not answer.').waitFor({state: 'hidden'})
})

test('holds no connection while its tab is hidden', async () => {
  await openReceipts()
  await expect.poll(() => publisher.listeners.size).toBe(1)

  await hide(page, true)
  await expect.poll(() => publisher.listeners.size).toBe(0)
  await hide(page, false)
  await expect.poll(() => publisher.listeners.size).toBe(1)
})

test('says that there is no publisher, where there is none, and nothing more', async () => {
  const alone = await startStudioWithLake()
  onTestFinished(() => alone.remove())

  await page.goto(new URL('/receipts', alone.studioUrl).href)

  await page.getByText('Aucun service de publication n’est configuré ici.').waitFor()
  await page.waitForLoadState('networkidle')
})

test('speaks the officer’s language, in light and in dark, and shows one document beside its form', async () => {
  await createMeeting('french', 'Réunion de Toulouse')
  publisher.tell(await liveReceipts('french'))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme})
    await page.goto(new URL('/receipts', running.studioUrl).href)
    await page.getByText('Modifié : « Titre » (français)').waitFor()
    expect(await violations()).toEqual([])
  }

  await page.goto(new URL('/structure/meeting;french,inspect=receipts', running.studioUrl).href)
  await page
    .getByTestId('publish')
    .getByText(/^En ligne depuis \d\d:\d\d/)
    .waitFor()
  await footer(/^En ligne depuis/).waitFor()
})

const footer = (text: string | RegExp) =>
  page.getByTestId('pane-footer').getByText(text, {exact: true})

async function openReceipts() {
  await studio.openStudio(page, running.studioUrl)
  await page.goto(new URL('/receipts', running.studioUrl).href)
  await page.getByRole('heading', {name: 'On the site'}).waitFor()
}

const titlesShown = () => page.getByTestId('publish').getByRole('heading').allTextContents()

/** What axe finds in our own parts; the frame around them is Sanity's. */
async function violations() {
  const own = ['receipts-tool', 'live-notice', 'publish'].map((id) => `[data-testid="${id}"]`)
  const present = []
  for (const part of own) if ((await page.locator(part).count()) > 0) present.push(part)
  const {violations: found} = await new AxeBuilder({page}).include(present).analyze()
  return found.map(({id, nodes}) => ({id, html: nodes.map((node) => node.html)}))
}

/** A hidden tab, as far as a page can know. */
const hide = (tab: Page, isHidden: boolean) =>
  tab.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', {value: state, configurable: true})
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isHidden ? 'hidden' : 'visible',
  )

async function liveReceipts(id: string) {
  return [receiptOf(await aboutOf(id))]
}

/** As the publisher does, it is told again and again: whoever begins to listen hears of it next time. */
const buildGoesOn = (done: number, of: number, told: Locator) =>
  expect
    .poll(() => {
      publisher.happen('step', {step: 'render', done, of})
      return told.count()
    }, PATIENT)
    .toBe(1)

/** Of the version before the present one. */
async function earlierReceipts(id: string) {
  const at = new Date(Date.now() - 3_600_000).toISOString()
  return [receiptOf({...(await aboutOf(id)), revision: 'before', publishedAt: at, liveAt: at})]
}

/** The receipt of a present revision that is held back, and what the status says of it. */
async function heldBack(id: string) {
  const about = await aboutOf(id)
  const held = heldBackOf({
    document: id,
    revision: about.revision ?? null,
    since: new Date().toISOString(),
    refusal: {
      step: 'gate',
      message: `The page /fr/reunions/${id}/ has no heading.`,
      document: id,
      field: 'report',
      language: 'fr',
    },
  })
  const {refusal} = held
  return [
    refusedOf({...about, outcome: 'heldBack', liveAt: null, address: null, refusal}),
    held,
  ] as const
}

async function refusedReceipts(id: string) {
  const about = await aboutOf(id)
  const refusal = refusedOf().refusal
  return [
    refusedOf({
      ...about,
      address: null,
      liveAt: null,
      refusal: refusal && {
        ...refusal,
        document: id,
        message: `The page /fr/reunions/${id}/ has no title.`,
      },
    }),
  ]
}

/** As the publisher would tell of the present revision: live 0.4 s after the lake took it. */
async function aboutOf(id: string): Promise<Partial<Receipt>> {
  const published = await running.client.getDocument(id)
  if (!published) throw new Error(`There is no published document ${id}.`)
  const address = `/fr/reunions/${id}/`
  const because = [{document: id, field: 'title', language: 'fr'}]
  return {
    document: id,
    revision: published._rev,
    publishedAt: published._updatedAt,
    liveAt: new Date(Date.parse(published._updatedAt) + 400).toISOString(),
    address,
    changes: [changeOf({document: id, address, because})],
    changed: 1,
  }
}

async function createMeeting(id: string, title: string) {
  await running.client.createOrReplace({
    _id: id,
    _type: 'meeting',
    title: [line('String', title)],
    slug: [line('Slug', {_type: 'slug', current: id})],
    when: {_type: 'period', start: {_type: 'partialDate', value: '2017-10-05'}},
  })
}

const line = (type: string, value: unknown) => ({
  _key: 'fr',
  _type: `internationalizedArray${type}Value`,
  language: 'fr',
  value,
})
