// Longer than most: starting the whole line is dear, so its seven journeys share one.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {localeIds} from '@coworkmed/schemas/locales'
import type {Browser, Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'

import {openBrowser} from './browser.ts'
import {everyFile} from './everyFile.ts'
import type {Line} from './line.ts'
import {startLine} from './line.ts'
import {contentOf, publishMeeting, publishedRevisions, slugIn, titleIn} from './lineContent.ts'
import {alternatesOf, headingOf, listPath, textOf, visit} from './pages/site.ts'
import {
  createMeeting,
  form,
  generateSlug,
  openDocument,
  openStudio,
  openTab,
  publish,
  readLocalized,
  unpublish,
  uploadImage,
  writeLocalized,
  writeStartDate,
} from './pages/studio.ts'
import {sendWebhook} from './sendWebhook.ts'

/** How long a visitor may wait for what an officer published. */
const LIVE = {timeout: 60_000, interval: 250}
const FLORENCE = 'meeting-2017-10-05-florence'
const FLORENCE_IN_FRENCH = '/fr/reunions/florence-2017-10-05/'

let line: Line
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  line = await startLine()
})

afterAll(async () => {
  await browser.close()
  await line.remove()
})

test('a new French title reaches the French page, its list and the other languages’ links, and nothing else', async () => {
  const before = await headings()
  const officer = await newOfficer()
  await openDocument(officer, line.studio, 'meeting', FLORENCE)

  await writeLocalized(officer, 'title', 'fr', 'Le coworking et les politiques publiques')
  await publish(officer)

  await expect
    .poll(() => headingAt(FLORENCE_IN_FRENCH), LIVE)
    .toBe('Le coworking et les politiques publiques')
  expect(textOf((await visit(line.site, '/fr/reunions/')).html)).toContain(
    'Le coworking et les politiques publiques',
  )
  const after = await headings()
  for (const locale of localeIds) {
    if (locale !== 'fr') expect(after[locale]).toBe(before[locale])
    const {html} = await visit(line.site, await florencePath(locale))
    expect(await headingAt(new URL(alternatesOf(html)['fr'] ?? '').pathname)).toBe(
      'Le coworking et les politiques publiques',
    )
  }
})

test('a meeting known by month, published in French only, stands in all seven lists, marked as French', async () => {
  const officer = await newOfficer()
  await openStudio(officer, line.studio)
  await createMeeting(officer)
  await writeLocalized(officer, 'title', 'fr', 'Atelier d’automne à Larissa')
  await generateSlug(officer, 'fr')
  await uploadImage(officer, await picture())
  await openTab(officer, 'Facts')
  await writeStartDate(officer, '2026-11')
  await publish(officer)

  const path = '/fr/reunions/atelier-d-automne-a-larissa/'
  await expect.poll(() => headingAt(path), LIVE).toBe('Atelier d’automne à Larissa')

  for (const locale of localeIds) {
    const list = (await visit(line.site, listPath(locale, 'meetings'))).html
    const entry = entryOf(list, 'Atelier d’automne à Larissa')
    expect(entry).toContain('datetime="2026-11"')
    expect(textOf(entry)).toContain('2026')
    expect(textOf(entry)).not.toMatch(/\b0?1(er|\.)? (?:novembre|November|noviembre|studenoga)/)
    if (locale === 'fr') expect(entry).not.toContain('lang="fr"')
    else expect(entry).toContain('lang="fr"')
  }
  const page = (await visit(line.site, path)).html
  expect(page).toContain('datetime="2026-11"')
  expect(page).not.toContain('2026-11-01')
  const image = /<img[^>]*\ssrc="([^"]+)"/.exec(page.slice(page.indexOf('<main')))?.[1]
  const answer = await fetch(new URL(image ?? '', new URL(path, line.site)))
  expect(image).not.toContain('//') // a file of the site's own
  expect(answer.headers.get('content-type')).toMatch(/^image\//)
})

test('two officers with the same document open see each other’s edits', async () => {
  const [first, second] = [await newOfficer(), await newOfficer()]
  await openDocument(first, line.studio, 'partner', 'org-iris')
  await openDocument(second, line.studio, 'partner', 'org-iris')

  await writeLocalized(first, 'longName', 'en', 'Institute for Social Research')
  await expect
    .poll(() => readLocalized(second, 'longName', 'en'), LIVE)
    .toBe('Institute for Social Research')

  await writeLocalized(second, 'longName', 'en', 'Institute for Social Research and Action')
  await expect
    .poll(() => readLocalized(first, 'longName', 'en'), LIVE)
    .toBe('Institute for Social Research and Action')
})

test('an unpublished meeting leaves its page, the lists and the sitemap', async () => {
  await publishMeeting(line, 'to-be-withdrawn', 'Réunion retirée')
  const path = '/fr/reunions/to-be-withdrawn/'
  await expect.poll(async () => (await visit(line.site, path)).status, LIVE).toBe(200)
  expect((await visit(line.site, '/sitemap.xml')).html).toContain(path)
  const officer = await newOfficer()
  await openDocument(officer, line.studio, 'meeting', 'to-be-withdrawn')

  await unpublish(officer)

  await expect.poll(async () => (await visit(line.site, path)).status, LIVE).not.toBe(200)
  expect([404, 410]).toContain((await visit(line.site, path)).status)
  expect((await visit(line.site, '/sitemap.xml')).html).not.toContain('to-be-withdrawn')
  for (const locale of localeIds) {
    expect((await visit(line.site, listPath(locale, 'meetings'))).html).not.toContain(
      'Réunion retirée',
    )
  }
})

test('nothing is lost when everything is stopped and started again, not even a draft typed a second before', async () => {
  await publishMeeting(line, 'kept', 'Réunion gardée')
  await expect
    .poll(async () => (await visit(line.site, '/fr/reunions/kept/')).status, LIVE)
    .toBe(200)
  const before = await publishedRevisions(line)
  const officer = await newOfficer()
  await openDocument(officer, line.studio, 'meeting', 'kept')
  await writeLocalized(officer, 'title', 'it', 'Riunione conservata')
  const box = form(officer).locator('[data-testid^="field-title["] input').last()
  await box.fill('Riunione conservata, davvero')
  await sleep(1000)

  expect(await line.interrupt()).toBe(0)
  expect(line.printed()).toContain('Stopped. Nothing is lost')
  await expect(fetch(line.site)).rejects.toThrow('fetch failed')
  await line.startAgain()

  const after = await publishedRevisions(line)
  expect(after).toEqual(before)
  expect(JSON.stringify(await contentOf(line, 'drafts').getDocument('drafts.kept'))).toContain(
    'Riunione conservata, davvero',
  )
  expect((await visit(line.site, '/fr/reunions/kept/')).status).toBe(200)
  expect(await headingAt('/fr/reunions/kept/')).toBe('Réunion gardée')
})

test('a webhook that is forged, stale, repeated or huge changes nothing', async () => {
  const body = JSON.stringify({_id: FLORENCE, _type: 'meeting'})
  const before = await settledStatus()
  expect(await sendWebhook(line, body, {secret: 'not-the-secret-of-this-line'})).toBe(401)
  expect(await sendWebhook(line, body, {at: Date.now() - 6 * 60_000})).toBe(401)
  expect(await sendWebhook(line, JSON.stringify({_id: 'x'.repeat(10_000_000)}))).toBe(413)
  expect(await sendWebhook(line, body, {key: 'once'})).toBe(202)
  expect(await sendWebhook(line, body, {key: 'once'})).toBe(200)

  expect((await settledStatus()).release).toEqual(before.release)
})

test('no word of a draft is in any file of the site', async () => {
  const canary = 'Canari-7f3a91-jamais-publié'
  await publishMeeting(line, 'with-draft', 'Réunion avec brouillon')
  const published = await contentOf(line, 'raw').getDocument('with-draft')
  await contentOf(line, 'raw').create({
    ...published,
    _id: 'drafts.with-draft',
    _type: 'meeting',
    title: titleIn({fr: canary}),
  })
  await contentOf(line, 'raw').create({
    _id: 'drafts.never-published',
    _type: 'partner',
    title: titleIn({fr: canary}),
  })
  await contentOf(line, 'raw').patch(FLORENCE).set({online: false}).commit()
  await contentOf(line, 'raw').create({
    _id: 'hidden-language',
    _type: 'meeting',
    title: titleIn({fr: 'Réunion à moitié traduite', it: canary}),
    slug: slugIn({fr: 'hidden-language', it: 'canari-7f3a91'}),
    translations: [{_key: 'it', _type: 'translationState', language: 'it', state: 'draft'}],
  })
  await expect
    .poll(async () => (await visit(line.site, '/fr/reunions/hidden-language/')).status, LIVE)
    .toBe(200)

  const files = everyFile(join(line.dataDirectory, 'releases', 'current'))

  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => /canari-7f3a91/i.test(readFileSync(file, 'latin1')))).toEqual([])
})

/** Somebody at a Studio of their own: another browser profile, wide enough for list and form. */
async function newOfficer(): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  onTestFinished(() => context.close())
  return context.newPage()
}

const headingAt = async (path: string) => headingOf((await visit(line.site, path)).html)

async function florencePath(locale: (typeof localeIds)[number]) {
  const {html} = await visit(line.site, FLORENCE_IN_FRENCH)
  return new URL(alternatesOf(html)[locale] ?? '').pathname
}

async function headings(): Promise<Record<string, string>> {
  const entries = localeIds.map(async (locale) => [
    locale,
    await headingAt(await florencePath(locale)),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

/** The list's row that holds a title. */
function entryOf(html: string, title: string) {
  const rows = html.split(/<li[\s>]/).filter((row) => textOf(row).includes(title))
  return rows[0] ?? ''
}

/** What the publisher says once it has nothing left to do. */
async function settledStatus(): Promise<Record<string, unknown>> {
  await expect.poll(readStatus, LIVE).toMatchObject({pending: 0, building: false})
  return readStatus()
}

async function readStatus(): Promise<Record<string, unknown>> {
  return (await fetch(`${line.publisher}/status`)).json()
}

/** A photograph of nothing in particular, as a file. */
async function picture(): Promise<string> {
  const file = join(line.dataDirectory, 'picture.jpg')
  const noise = {create: {width: 1600, height: 1000, channels: 3 as const, background: '#0b5d49'}}
  await sharp(noise).jpeg().toFile(file)
  return file
}
