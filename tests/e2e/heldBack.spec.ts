import {rmSync} from 'node:fs'
import {basename} from 'node:path'

import type {Browser, Page} from 'playwright-core'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {inLanguages} from '../inLanguages.ts'
import {openBrowser} from './browser.ts'
import {everyFile} from './everyFile.ts'
import type {Line} from './line.ts'
import {startLine} from './line.ts'
import {contentOf, publishMeeting, slugIn, titleIn} from './lineContent.ts'
import {headingOf, visit} from './pages/site.ts'
import * as studio from './pages/studio.ts'

/** How long a visitor may wait for what an officer published. */
const LIVE = {timeout: 60_000, interval: 250}
const FLORENCE = 'meeting-2017-10-05-florence'
const TAKEN = 'Another document has this address already. Choose another one.'

let line: Line
let browser: Browser
/** Two people, each in a browser profile of their own. The other has the Florence meeting open all the time. */
let officer: Page
let other: Page

beforeAll(async () => {
  browser = await openBrowser()
  line = await startLine()
  officer = await browser.newPage({viewport: {width: 1600, height: 1000}})
  other = await browser.newPage({viewport: {width: 1600, height: 1000}})
  await studio.openDocument(other, line.studio, 'meeting', FLORENCE)
})

afterAll(async () => {
  await browser.close()
  await line.remove()
})

test('a taken address keeps its own document off the site; the other officer’s publish is live, and so is this one, mended', async () => {
  await write('split', {title: titleIn({en: 'Split workshop'}), slug: slugIn({en: 'shared-x'})})
  await expect.poll(() => headingAt('/fr/reunions/shared-x/'), LIVE).toBe('Split workshop')
  await write('zadar', {title: titleIn({fr: 'Zadar'}), slug: slugIn({fr: 'shared-x'})})
  await otherOfficerPublishes('Florence, un')
  await studio.openDocument(officer, line.studio, 'meeting', 'zadar')

  const notice = officer.getByTestId('live-notice')
  await notice.getByText('Not on the site').waitFor()
  await notice.getByText('An older document has this address already.').waitFor()
  await studio.badge(officer, 'Not on the site').waitFor()
  await (await studio.openValidation(officer)).getByText(TAKEN).waitFor()
  const onSite = await studio.openOnSite(officer)
  await onSite.getByText(/^Not on the site · /).waitFor()
  await onSite.getByText('An older document has this address already.').waitFor()
  expect(await headingAt('/fr/reunions/shared-x/')).toBe('Split workshop')

  await notice.getByRole('link', {name: 'Go to the field “Address”'}).click()
  await studio.writeLocalized(officer, 'slug', 'fr', 'zadar-2018')
  await studio.publish(officer)

  await expect.poll(() => headingAt('/fr/reunions/zadar-2018/'), LIVE).toBe('Zadar')
  await studio.badge(officer, /^Live since/).waitFor()
  await notice.waitFor({state: 'detached'})
})

test('the form refuses an address that another document borrows from its other language', async () => {
  await write('rijeka', {title: titleIn({en: 'Rijeka'}), slug: slugIn({en: 'borrowed-x'})})
  await publishMeeting(line, 'pula', 'Pula')
  await studio.openDocument(officer, line.studio, 'meeting', 'pula')

  await studio.writeLocalized(officer, 'slug', 'fr', 'borrowed-x')

  const told = await studio.openValidation(officer)
  await told.getByText(TAKEN).waitFor()
  expect(await told.getByText(TAKEN).count()).toBe(1)
  await studio.publishButton(officer, false).waitFor()
  await studio.writeLocalized(officer, 'slug', 'fr', 'pula-2018')
  await studio.publishButton(officer, true).waitFor()
})

test('a document whose picture is lost stays as it was, says why in one place and where to mend it, and is live once mended', async () => {
  const page = '/fr/reunions/genoa/'
  await publishMeeting(line, 'genoa', 'Gênes')
  await expect.poll(() => headingAt(page), LIVE).toBe('Gênes')
  const picture = {_key: 'p', _type: 'picture', asset: {_type: 'reference', _ref: await lostFile()}}
  await write('genoa', {
    title: titleIn({fr: 'Gênes, corrigé'}),
    slug: slugIn({fr: 'genoa'}),
    report: inLanguages({fr: [picture]}, 'RichText'),
  })
  await otherOfficerPublishes('Florence, deux')
  await studio.openDocument(officer, line.studio, 'meeting', 'genoa')

  const reason = 'An image cannot be shown: its file is missing. Upload it again.'
  await studio.badge(officer, 'Earlier version on the site').waitFor()
  const onSite = await studio.openOnSite(officer)
  await onSite.getByText(/^Held back since \d\d:\d\d$/).waitFor()
  expect(await onSite.getByText(reason).count()).toBe(1)
  expect(await headingAt(page)).toBe('Gênes')

  await studio.openTool(officer, 'On the site')
  const list = officer.getByTestId('held-back')
  await list.getByText('One document is held back').waitFor()
  await list.getByText(`Earlier version on the site. ${reason}`).waitFor()
  await list.getByRole('link', {name: 'Go to the field “Report” (French)'}).click()
  await studio.removeLocalized(officer, 'report')
  await studio.publish(officer)

  await expect.poll(() => headingAt(page), LIVE).toBe('Gênes, corrigé')
  await studio.badge(officer, /^Live since/).waitFor()
  await studio.openTool(officer, 'On the site')
  await officer.getByTestId('publish').first().waitFor()
  expect(await list.count()).toBe(0)
})

test('what no form writes is told at its field in the officer’s language, can be mended there, and stops no publish', async () => {
  await write('imported', {
    title: titleIn({fr: 'Importée'}),
    slug: slugIn({fr: 'imported'}),
    report: inLanguages(
      {fr: [paragraph('a', 'h1'), paragraph('b', 'normal', 'underline')]},
      'RichText',
    ),
    participations: [
      {
        _key: 'p',
        _type: 'participation',
        partner: {_type: 'reference', _ref: 'org-iris'},
        role: 'chair',
      },
    ],
  })
  await studio.openDocument(officer, line.studio, 'meeting', 'imported', 'fr-FR')

  await studio.badge(officer, '3 éléments ignorés').waitFor()
  const told = await studio.openValidation(officer)
  await told
    .getByText(/Ce style est inconnu.: le paragraphe s’affiche comme du texte courant\./)
    .waitFor()
  await told
    .getByText(/Cette mise en forme est inconnue.: le texte s’affiche sans elle\./)
    .waitFor()
  await told.getByText('Choisissez le rôle.').click()
  await officer
    .getByTestId(/\.role$/)
    .locator('select')
    .selectOption('organisateur')
  await studio.badge(officer, '2 éléments ignorés').waitFor()
  await officer.keyboard.press('Escape')

  await told.getByText('Ce style est inconnu').click()
  await officer.getByTestId('field-report').getByText('Paragraphe a').click()
  await officer.locator('#block-style-select').click()
  await officer.getByRole('menuitem', {name: 'Paragraphe'}).click()
  await studio.badge(officer, '1 élément ignoré').waitFor()
  await studio.publish(officer)

  await studio.badge(officer, /^En ligne depuis/).waitFor()
  expect(await contentOf(line, 'raw').getDocument('imported')).toMatchObject({
    report: [{value: [{style: 'normal'}, {children: [{marks: ['underline']}]}]}],
  })
})

/** The other officer changes a title; resolves once visitors see it. */
async function otherOfficerPublishes(title: string) {
  await studio.writeLocalized(other, 'title', 'fr', title)
  await studio.publish(other)
  await expect.poll(() => headingAt('/fr/reunions/florence-2017-10-05/'), LIVE).toBe(title)
}

/** Publishes a meeting past the Studio and its checks, as an import or a script does. */
const write = (id: string, fields: object) =>
  contentOf(line, 'raw').createOrReplace({_id: id, _type: 'meeting', ...fields})

const paragraph = (key: string, style: string, ...marks: string[]) => ({
  _key: key,
  _type: 'block',
  style,
  markDefs: [],
  children: [{_key: 's', _type: 'span', text: `Paragraphe ${key}`, marks}],
})

/** An image whose file is lost; the document that describes it is there. */
async function lostFile(): Promise<string> {
  const colour = {create: {width: 40, height: 30, channels: 3 as const, background: '#0b5d49'}}
  const bytes = await sharp(colour).png().toBuffer()
  const {_id: id} = await contentOf(line, 'raw').assets.upload('image', bytes)
  const [, digest = id] = id.split('-')
  for (const file of everyFile(line.dataDirectory))
    if (basename(file).startsWith(digest)) rmSync(file)
  return id
}

const headingAt = async (path: string) => headingOf((await visit(line.site, path)).html)
