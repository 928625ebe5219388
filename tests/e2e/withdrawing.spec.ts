import {formerSlugsOf} from '@coworkmed/schemas/localized/lostSlugs'
import {localeIds} from '@coworkmed/schemas/locales'
import type {Browser, BrowserContext} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'

import {openBrowser} from './browser.ts'
import * as studio from './pages/studio.ts'
import type {StudioWithLake} from './studioWithLake.ts'
import {startStudioWithLake} from './studioWithLake.ts'

const FAR_AHEAD = '2999-12-03T09:00:00.000Z'

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
  context = await browser.newContext({
    viewport: {width: 1400, height: 900},
    timezoneId: 'Europe/Paris',
  })
})
afterEach(() => context.close())

test('an address that an officer changes leads to the page for good', async () => {
  await createMeeting('florence')
  const page = await open('florence')

  await studio.writeLocalized(page, 'slug', 'fr', 'florence-2017')
  await studio.publish(page)

  const published = await running.client.getDocument('florence')
  expect(published).toMatchObject({slug: [{value: {current: 'florence-2017'}}]})
  expect(formerSlugsOf(published ?? {})).toEqual(everywhere('florence'))
})

test('a page that is taken off the site leaves a tombstone, and comes back with its addresses', async () => {
  await createMeeting('toulouse')
  const page = await open('toulouse')

  await studio.unpublish(page)
  await page.getByText('was unpublished').waitFor()

  const tombstone = await running.client.getDocument('tombstone-toulouse')
  expect(tombstone).toMatchObject({formerType: 'meeting'})
  expect(formerSlugsOf({formerSlugs: tombstone?.['addresses']})).toEqual(everywhere('toulouse'))
  expect((await lastTransaction('toulouse')).documentIDs.toSorted()).toEqual([
    'drafts.toulouse',
    'tombstone-toulouse',
    'toulouse',
  ])

  await page.getByTestId('document-header-Draft-chip').click()
  await studio.writeLocalized(page, 'slug', 'fr', 'toulouse-2018')
  await studio.publish(page)

  const published = await running.client.getDocument('toulouse')
  expect(formerSlugsOf(published ?? {})).toEqual(everywhere('toulouse'))
})

test('a page that is deleted leaves a tombstone alone', async () => {
  await createMeeting('split')
  const page = await open('split')

  await studio.deleteDocument(page)
  await page.getByText('successfully deleted').waitFor()
  await studio.form(page).waitFor({state: 'detached'})

  expect(await running.client.getDocument('split')).toBeUndefined()
  const tombstone = await running.client.getDocument('tombstone-split')
  expect(formerSlugsOf({formerSlugs: tombstone?.['addresses']})).toEqual(everywhere('split'))
  expect((await lastTransaction('split')).documentIDs.toSorted()).toEqual([
    'split',
    'tombstone-split',
  ])
})

test('a page that others refer to stays, the officer is told, and it leaves no tombstone', async () => {
  await createMeeting('nice')
  await createMeeting('menton', {
    relatedMeetings: [{_key: 'nice', _type: 'reference', _ref: 'nice'}],
  })
  const page = await open('nice')

  await expect(studio.deleteDocument(page)).rejects.toThrow(/409|referenc/)
  await page.getByText('other documents that refers to it').waitFor()

  expect(await running.client.getDocument('nice')).toBeDefined()
  expect(await running.client.getDocument('tombstone-nice')).toBeUndefined()
})

test('a draft that waits for its moment says so, and keeps the address that it will take from the page', async () => {
  await createMeeting('rome')
  await createMeeting('drafts.rome', {slug: slug('rome-2018'), publishAt: FAR_AHEAD})
  const page = await open('rome')

  await page.getByText('Scheduled: 3 Dec 2999, 10:00').waitFor()
  const button = page.getByTestId('action-scheduled')
  await button.hover({force: true})
  await page.getByText('The changes go out by themselves on 3 Dec 2999, 10:00').waitFor()
  expect(await button.isDisabled()).toBe(true)
  await expect
    .poll(async () => formerSlugsOf((await running.client.getDocument('drafts.rome')) ?? {}))
    .toEqual(everywhere('rome'))

  await studio.openTab(page, 'Publication')
  await studio.writeMoment(page, 'publishAt', '')
  await studio.publish(page)

  expect(await running.client.getDocument('rome')).toMatchObject({
    slug: [{value: {current: 'rome-2018'}}],
  })
})

test('a page whose time is over says since when, and a copy of it starts anew', async () => {
  await createMeeting('over', {
    unpublishAt: '2026-11-01T09:00:00.000Z',
    formerSlugs: [{_key: 'a', _type: 'formerSlug', language: 'fr', current: 'avant'}],
  })
  const page = await open('over')
  await page.getByText('Withdrawn on 1 Nov 2026, 10:00').waitFor()

  await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
  await page.getByTestId('action-Duplicate').click()

  const copies = '*[_type == "meeting" && title[0].value == "over" && _id != "over"]'
  await expect.poll(() => running.client.fetch(`count(${copies})`), {timeout: 10_000}).toBe(1)
  const copy: object = await running.client.fetch(`${copies}[0]`)
  expect(Object.keys(copy)).toContain('slug')
  expect(Object.keys(copy)).not.toContain('formerSlugs')
  expect(Object.keys(copy)).not.toContain('unpublishAt')
})

async function open(id: string) {
  const page = await context.newPage()
  await studio.openDocument(page, running.studioUrl, 'meeting', id)
  return page
}

const createMeeting = (id: string, more: object = {}) =>
  running.client.create({
    _id: id,
    _type: 'meeting',
    title: [line('String', id)],
    slug: slug(id),
    ...more,
  })

const slug = (current: string) => [line('Slug', {_type: 'slug', current})]

const line = (type: string, value: unknown) => ({
  _key: 'fr',
  _type: `internationalizedArray${type}Value`,
  language: 'fr',
  value,
})

/** One French address, in every language that borrows it. */
const everywhere = (current: string) => localeIds.map((language) => ({language, current}))

async function lastTransaction(id: string): Promise<{documentIDs: string[]}> {
  const dataset = running.client.config().dataset
  const lines: unknown = await running.client.request({
    url: `/data/history/${dataset}/transactions/${id}?excludeContent=true&reverse=true&limit=1`,
  })
  return JSON.parse(String(lines).split('\n')[0] ?? '')
}
