import type {Locale} from '@coworkmed/schemas/locales'
import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'
import type {Locator, Page, Response} from 'playwright-core'

/** A document's form may take this long on a slow machine. */
const OPEN_MS = 30_000

/** Opens the Studio where an officer starts: in English, with every language shown in forms. */
export async function openStudio(page: Page, studioUrl: string) {
  await prepareOfficer(page)
  await page.goto(studioUrl)
  await meetingList(page).waitFor({timeout: OPEN_MS})
}

/** Opens one document's form. The Studio is in English unless another language is named, with every language shown in forms. */
export async function openDocument(
  page: Page,
  studioUrl: string,
  type: string,
  id: string,
  studioLocale = 'en-US',
) {
  await prepareOfficer(page, studioLocale)
  await page.goto(new URL(`/intent/edit/id=${id};type=${type}/`, studioUrl).href)
  await form(page).waitFor({timeout: OPEN_MS})
}

/** Starts a new meeting from the open list of meetings. Gives its id, which no draft prefix precedes. */
export async function createMeeting(page: Page): Promise<string> {
  await page.getByTestId('action-intent-button').click()
  await page.waitForURL(/\/structure\/meeting;[^;/,]+/)
  await form(page).waitFor({timeout: OPEN_MS})
  const id = /\/structure\/meeting;([^;/,%?]+)/.exec(page.url())?.[1]
  if (!id) throw new Error(`The address of a new meeting has no id in it: ${page.url()}`)
  return id
}

/** Opens a tab of the form: Text, Facts, Links, Sources, Languages. */
export async function openTab(page: Page, name: string) {
  await page.getByRole('tab', {name, exact: true}).click()
}

/** Writes a localized field, such as `title` or `place.city`, in one language; adds the language if need be. */
export async function writeLocalized(page: Page, field: string, locale: Locale, text: string) {
  const line = await localizedLine(page, field, locale)
  await whileSaving(page, () => line.locator('input, textarea').first().fill(text))
}

/** What a localized field says in one language; empty when it has no such line. */
export async function readLocalized(page: Page, field: string, locale: Locale): Promise<string> {
  await fieldOf(page, field).waitFor()
  const line = lineOf(page, field, locale)
  return (await line.count()) === 0 ? '' : line.locator('input, textarea').first().inputValue()
}

/** Makes the address in one language from the title in that language. */
export async function generateSlug(page: Page, locale: Locale) {
  const line = await localizedLine(page, 'slug', locale)
  await whileSaving(page, () => line.getByRole('button', {name: 'Generate'}).click())
}

/** Writes a plain field, such as `place.country`. */
export async function writeField(page: Page, field: string, text: string) {
  await whileSaving(page, () => fieldOf(page, field).locator('input, textarea').first().fill(text))
}

/** Writes a moment, such as `2026-12-03 10:00`, which the Studio takes when one leaves the field. */
export async function writeMoment(page: Page, field: string, moment: string) {
  const input = fieldOf(page, field).locator('input')
  await whileSaving(page, async () => {
    await input.fill(moment)
    await input.press('Tab')
  })
}

/** What a plain field says. */
export async function readField(page: Page, field: string): Promise<string> {
  return fieldOf(page, field).locator('input, textarea').first().inputValue()
}

/** Writes the date a meeting starts on (tab Facts), as precisely as it is known: `2017-10-05`, `2016-11`, `2011`. */
export async function writeStartDate(page: Page, date: string) {
  await writeField(page, 'when.start.value', date)
}

/** Takes a localized field away in the first of its languages. */
export async function removeLocalized(page: Page, field: string) {
  const button = fieldOf(page, field).locator('button:has([data-sanity-icon="remove-circle"])')
  await whileSaving(page, () => button.first().click())
}

/** Uploads a file into the image field of the form, and waits until it is shown. */
export async function uploadImage(page: Page, file: string) {
  const input = page.getByTestId('image-input').first()
  await whileSaving(page, () => input.locator('input[type=file]').first().setInputFiles(file))
  await input.locator('img').first().waitFor()
}

/** What stands below an image whose file lost something when it was uploaded. */
export const removedNotice = (page: Page): Locator => page.getByTestId('removed-metadata')

/** The button that publishes, in English or French, while it does or does not. */
export const publishButton = (page: Page, isEnabled: boolean): Locator =>
  page
    .getByTestId(/^action-(publish|publier)$/)
    .and(page.locator(isEnabled ? ':not([data-disabled="true"])' : '[data-disabled="true"]'))

/** Publishes the open document, and waits until the backend has done so. */
export async function publish(page: Page) {
  const button = publishButton(page, true)
  await Promise.all([actionDone(page, 'sanity.action.document.publish'), button.click()])
}

/** Takes the open document off the site, which the Studio offers in the view of the published version only. */
export async function unpublish(page: Page) {
  await page.getByTestId('document-header-Published-chip').click()
  await chooseAndConfirm(page, 'action-unpublish')
}

/** Deletes the open document, and waits until the backend has done so. */
export async function deleteDocument(page: Page) {
  await chooseAndConfirm(page, 'action-Delete')
}

async function chooseAndConfirm(page: Page, action: string) {
  await page.getByTestId('pane-footer').getByTestId('action-menu-button').click()
  await page.getByTestId(action).click()
  const button = page.locator('[data-ui=Dialog]').getByTestId('confirm-button')
  const [response] = await Promise.all([page.waitForResponse(isMutation), button.click()])
  if (!response.ok()) throw new Error(`${action} failed: ${await response.text()}`)
}

/** Waits until the Studio says that everything typed is kept. */
async function waitForSaved(page: Page) {
  await page
    .getByTestId('pane-footer-document-status-pulse')
    .filter({hasText: 'Saved'})
    .waitFor({timeout: OPEN_MS})
}

/** The list of meetings. */
export const meetingList = (page: Page): Locator =>
  page
    .getByTestId('pane')
    .filter({hasText: 'Meetings', has: page.getByTestId('document-list-pane')})

/** Opens a tool from the bar at the top: Content, On the site. */
export async function openTool(page: Page, name: string) {
  await page.getByTestId('studio-navbar').getByRole('link', {name, exact: true}).click()
}

/** Opens the list of what is to be mended in the open document. */
export async function openValidation(page: Page): Promise<Locator> {
  await page.getByRole('button', {name: 'Validation', exact: true}).click()
  return inspector(page)
}

/** Opens what the publisher tells of the open document. */
export async function openOnSite(page: Page): Promise<Locator> {
  await page.getByTestId('document-pane').getByRole('button', {name: 'On the site'}).click()
  return inspector(page)
}

/** What is open beside the form. */
const inspector = (page: Page): Locator => page.locator('[data-ui="DocumentInspectorPanel"]')

/** A badge beside the Publish button. */
export const badge = (page: Page, text: string | RegExp): Locator =>
  page.getByTestId('pane-footer').getByText(text, {exact: true})

/** The form of the open document. */
export const form = (page: Page): Locator => page.getByTestId('form-view')

async function prepareOfficer(page: Page, studioLocale = 'en-US') {
  await page.addInitScript(
    ([locale, all]) => {
      localStorage.setItem('sanity-locale:local:default', locale)
      localStorage.setItem('@sanity/plugin/language-filter/selected-languages', all)
    },
    [studioLocale, JSON.stringify(localeIds)] as const,
  )
}

const fieldOf = (page: Page, field: string) => page.getByTestId(`field-${field}`)

const lineOf = (page: Page, field: string, locale: Locale) =>
  page
    .locator(`[data-testid^='field-${field}[']`)
    .filter({has: page.getByText(localeDefinition(locale).name, {exact: true})})

async function localizedLine(page: Page, field: string, locale: Locale) {
  const line = lineOf(page, field, locale)
  const add = fieldOf(page, field).locator(`[data-testid="add-${locale}"]:not([disabled])`)
  await line.or(add).first().waitFor()
  if (!(await line.isVisible())) {
    await whileSaving(page, () => add.click())
    await line.waitFor()
  }
  return line
}

const isMutation = (response: Response) => response.url().includes('/data/mutate/')

const isEdit = (response: Response) => response.url().includes('/data/actions/')

/** Does something that changes the document, and waits until the change is kept. */
async function whileSaving(page: Page, change: () => Promise<void>) {
  await Promise.all([page.waitForResponse(isEdit), change()])
  await waitForSaved(page)
}

async function actionDone(page: Page, actionType: string) {
  const response = await page.waitForResponse(
    (candidate) =>
      candidate.url().includes('/data/actions/') &&
      (candidate.request().postData() ?? '').includes(actionType),
  )
  if (!response.ok()) throw new Error(`${actionType} failed: ${await response.text()}`)
}
