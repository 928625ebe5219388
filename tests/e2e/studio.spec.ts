import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Browser, BrowserContext, Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test} from 'vitest'

import {openBrowser} from './browser.ts'
import * as studio from './pages/studio.ts'
import type {StudioWithLake} from './studioWithLake.ts'
import {startStudioWithLake} from './studioWithLake.ts'

let running: StudioWithLake
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  running = await startStudioWithLake()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await running?.remove()
})
beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1400, height: 900}})
})
afterEach(() => context.close())

test('opens on the list of meetings, the latest first', async () => {
  await createMeeting('early', 'Réunion de lancement', '2016-11')
  await createMeeting('late', 'Réunion finale', '2019-02-14')
  const page = await context.newPage()

  await studio.openStudio(page, running.studioUrl)

  const titles = studio.meetingList(page).getByTestId('default-preview__header')
  await expect
    .poll(() => titles.allTextContents())
    .toEqual([
      expect.stringContaining('Réunion finale'),
      expect.stringContaining('Réunion de lancement'),
    ])
})

test('makes, writes, publishes and unpublishes a meeting', async () => {
  const page = await context.newPage()
  await studio.openStudio(page, running.studioUrl)

  const id = await studio.createMeeting(page)
  await studio.writeLocalized(page, 'title', 'fr', 'Réunion de Barcelone')
  await studio.writeLocalized(page, 'title', 'el', 'Συνάντηση της Βαρκελώνης')
  await studio.generateSlug(page, 'fr')
  await studio.generateSlug(page, 'el')
  await studio.openTab(page, 'Facts')
  await studio.writeStartDate(page, '2018-06')
  await studio.writeField(page, 'place.country', 'ES')
  expect(await studio.readField(page, 'when.start.value')).toBe('2018-06')
  await studio.publish(page)

  const published = await running.client.getDocument(id)
  expect(published).toMatchObject({
    title: [
      {language: 'fr', value: 'Réunion de Barcelone'},
      {language: 'el', value: 'Συνάντηση της Βαρκελώνης'},
    ],
    slug: [
      {language: 'fr', value: {current: 'reunion-de-barcelone'}},
      {language: 'el', value: {current: 'synantisi-tis-varkelonis'}},
    ],
    when: {start: {value: '2018-06'}},
    place: {country: 'ES'},
    translations: [{language: 'fr', state: 'source'}],
  })

  await studio.unpublish(page)
  expect(await running.client.getDocument(id)).toBeUndefined()
  expect(await running.client.getDocument(`drafts.${id}`)).toBeDefined()
})

test('leaves a published document alone when somebody only looks at it', async () => {
  await createMeeting('looked-at', 'Réunion de Toulouse', '2018')
  const page = await context.newPage()

  await studio.openDocument(page, running.studioUrl, 'meeting', 'looked-at')
  expect(await studio.readLocalized(page, 'title', 'fr')).toBe('Réunion de Toulouse')
  await studio.openTab(page, 'Languages')
  await page.waitForLoadState('networkidle')

  expect(await running.client.getDocument('drafts.looked-at')).toBeUndefined()
})

test('says below an image what was taken out of its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'photographs-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const told = join(folder, 'told.jpg')
  const background = {r: 200, g: 0, b: 0}
  await sharp({create: {width: 60, height: 40, channels: 3, background}})
    .jpeg()
    .withExif({IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '43/1 46/1 0/1'}})
    .toFile(told)
  await createMeeting('photographed', 'Réunion de Gérone', '2018')
  const page = await context.newPage()
  await studio.openDocument(page, running.studioUrl, 'meeting', 'photographed')
  expect(await studio.removedNotice(page).count()).toBe(0)

  await studio.uploadImage(page, told)

  await studio.removedNotice(page).waitFor()
  expect(await studio.removedNotice(page).textContent()).toMatch(/place, time, people or device/)
})

test('opens and saves in three tabs at once', async () => {
  const ids = ['tab-1', 'tab-2', 'tab-3']
  await Promise.all(ids.map((id) => createMeeting(id, `Réunion ${id}`, '2017')))
  const pages = await Promise.all(ids.map(() => context.newPage()))

  for (const [index, page] of pages.entries()) {
    await studio.openDocument(page, running.studioUrl, 'meeting', `tab-${index + 1}`)
  }
  for (const [index, page] of pages.entries()) {
    await page.bringToFront()
    await studio.writeLocalized(page, 'title', 'fr', `Écrit dans l’onglet ${index + 1}`)
  }

  const titles = await running.client.fetch('*[_id in $drafts] | order(_id).title[0].value', {
    drafts: ids.map((id) => `drafts.${id}`),
  })
  expect(titles).toEqual([1, 2, 3].map((number) => `Écrit dans l’onglet ${number}`))
})

test('shows in one tab what is written in another', async () => {
  await createMeeting('live', 'Réunion de Valence', '2017')
  const [writer, reader] = await Promise.all([context.newPage(), context.newPage()])
  for (const page of [writer, reader]) {
    await studio.openDocument(page, running.studioUrl, 'meeting', 'live')
  }

  await studio.writeLocalized(writer, 'title', 'fr', 'Réunion de València')

  await expect
    .poll(() => studio.readLocalized(reader, 'title', 'fr'), {timeout: 10_000})
    .toBe('Réunion de València')
})

test('saves again after the lake was away', async () => {
  await createMeeting('patient', 'Réunion de Split', '2017')
  const page = await context.newPage()
  await studio.openDocument(page, running.studioUrl, 'meeting', 'patient')
  expect(await studio.readLocalized(page, 'title', 'fr')).toBe('Réunion de Split')

  await running.restartLake()
  await studio.writeLocalized(page, 'title', 'fr', 'Réunion de Zadar')

  const draft = await running.client.getDocument('drafts.patient')
  expect(draft).toMatchObject({title: [{value: 'Réunion de Zadar'}]})
})

test('offers neither a second copy of the settings of the site nor their removal', async () => {
  const page = await context.newPage()
  await studio.openDocument(page, running.studioUrl, 'siteSettings', 'siteSettings')

  await page.getByTestId('action-publish').waitFor()

  expect(await page.getByTestId('pane-footer').getByTestId('action-menu-button').count()).toBe(0)
})

test('speaks French until the officer chooses another language, and then that one throughout', async () => {
  const page = await context.newPage()
  await page.goto(running.studioUrl)
  await page.getByText('Réunions', {exact: true}).first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-FR')

  await page.getByTestId('locale-menu').click()
  await page.getByRole('menuitem', {name: 'italiano'}).click()

  await page.getByText('Riunioni', {exact: true}).first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('it-IT')
})

test('says in the officer’s language what is wrong, and keeps it from being published', async () => {
  await createMeeting('wrong', 'Réunion de Gênes', '5 octobre')
  const page = await context.newPage()
  await page.goto(new URL('/intent/edit/id=wrong;type=meeting/', running.studioUrl).href)

  await page.getByRole('tab', {name: 'Faits'}).click()
  await page.getByTestId('field-when.start.value').locator('input').fill('5 octobre 2017')

  await page.getByRole('button', {name: 'Validation'}).click()
  await page
    .getByText('« 5 octobre 2017 » n’est pas une date.')
    .filter({visible: true})
    .first()
    .waitFor()
  expect(await page.getByRole('button', {name: 'Publier'}).isDisabled()).toBe(true)
})

test('asks nothing of any other host', async () => {
  const page = await context.newPage()
  const asked = hostsAsked(page)

  await studio.openStudio(page, running.studioUrl)
  await createMeeting('quiet', 'Réunion de Nice', '2017')
  await studio.openDocument(page, running.studioUrl, 'meeting', 'quiet')
  await page.waitForLoadState('networkidle')

  const own = [running.studioUrl, running.lakeUrl].map((url) => new URL(url).host)
  expect([...asked].toSorted()).toEqual(own.toSorted())
})

function hostsAsked(page: Page): ReadonlySet<string> {
  const hosts = new Set<string>()
  const add = (url: string) => {
    if (/^(https?|wss?):/.test(url)) hosts.add(new URL(url).host)
  }
  page.on('request', (request) => add(request.url()))
  page.on('websocket', (socket) => add(socket.url()))
  return hosts
}

async function createMeeting(id: string, title: string, date: string) {
  await running.client.createOrReplace({
    _id: id,
    _type: 'meeting',
    title: [line('String', title)],
    slug: [line('Slug', {_type: 'slug', current: id})],
    when: {_type: 'period', start: {_type: 'partialDate', value: date}},
  })
}

const line = (type: string, value: unknown) => ({
  _key: 'fr',
  _type: `internationalizedArray${type}Value`,
  language: 'fr',
  value,
})
