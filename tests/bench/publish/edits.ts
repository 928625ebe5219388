import type {SanityClient} from '@sanity/client'

import type {GeneratedDocument} from '../generatedSite/fields.ts'
import {meeting} from '../generatedSite/meeting.ts'
import {partner} from '../generatedSite/partner.ts'
import {policy} from '../generatedSite/policy.ts'
import {siteShape} from '../generatedSite/siteShape.ts'
import {peerPages} from '../peers/peerPage.ts'

/** One change of one document, as an officer makes it. */
export interface Edit {
  document: string
  /** The values to set, by their paths. */
  set: Record<string, unknown>
  /** Where the change can be seen, and by which words; `undefined` when it is no text. */
  visible: {path: string; words: string} | undefined
}

const LANGUAGES = ['it', 'es', 'el', 'hr', 'pt', 'ca', 'en']

/** A sentence of one language of a report or a description: one page changes. */
export function textEdit(pages: number, round: number): Edit {
  const shape = siteShape(pages)
  const locale = turn(LANGUAGES, round)
  const words = `Bench text ${round}`
  const isMeeting = round % 2 === 0
  const number = 1 + ((round * 37) % (isMeeting ? shape.meeting : shape.policy))
  const document = isMeeting ? meeting(number, shape) : policy(number, shape)
  const field = isMeeting ? 'report' : 'description'
  return {
    document: document._id,
    set: {[`${field}[_key=="${locale}"].value[1].children[0].text`]: words},
    visible: {path: pathOf(document, locale), words},
  }
}

/** What officers do in a day: texts mostly, but also titles, facts, and the source that all languages follow. */
export function mixedEdit(pages: number, round: number): Edit {
  return turn(mix, round)(pages, round)
}

const mix = [textEdit, titleEdit, textEdit, dateEdit, statementEdit, sourceEdit]

/** A title stands in lists and on the pages of everything related. */
function titleEdit(pages: number, round: number): Edit {
  const shape = siteShape(pages)
  const locale = turn(LANGUAGES, round)
  const document = meeting(1 + ((round * 53) % shape.meeting), shape)
  const words = `Bench title ${round}`
  return {
    document: document._id,
    set: {[`title[_key=="${locale}"].value`]: words},
    visible: {path: pathOf(document, locale), words},
  }
}

/** A date is the same in every language, and puts the meeting elsewhere in all lists. */
function dateEdit(pages: number, round: number): Edit {
  const document = `meeting-${1 + ((round * 59) % siteShape(pages).meeting)}`
  const day = `2019-06-${String(1 + (round % 28)).padStart(2, '0')}`
  return {document, set: {'when.start.value': day}, visible: undefined}
}

/** What a source says of an organisation, in one language. */
function statementEdit(pages: number, round: number): Edit {
  const locale = turn(LANGUAGES, round)
  const document = partner(1 + ((round * 61) % siteShape(pages).partner))
  const words = `Bench statement ${round}`
  return {
    document: document._id,
    set: {[`statements[_key=="statement-1"].text[_key=="${locale}"].value`]: words},
    visible: {path: pathOf(document, locale), words},
  }
}

/** The French text: every translation says from now on that its original has changed. */
function sourceEdit(pages: number, round: number): Edit {
  const shape = siteShape(pages)
  const document = policy(1 + ((round * 67) % shape.policy), shape)
  const words = `Bench source ${round}`
  return {
    document: document._id,
    set: {'description[_key=="fr"].value[1].children[0].text': words},
    visible: {path: pathOf(document, 'fr'), words},
  }
}

/** The name of the site in one language: every page of it changes. */
export function settingsEdit(round: number): Edit {
  const words = `Bench site ${round}`
  return {
    document: 'siteSettings',
    set: {'title[_key=="pt"].value': words},
    visible: {path: '/pt/', words},
  }
}

/** A note between colleagues: no page shows it. */
export const hiddenEdit = (round: number): Edit => ({
  document: 'meeting-1',
  set: {editorialNote: `Bench note ${round}`},
  visible: undefined,
})

/** Makes an edit of the published document; gives the transaction's id. */
export async function applyEdit(client: SanityClient, {document, set}: Edit): Promise<string> {
  const result = await client.patch(document).set(set).commit({returnDocuments: false})
  return result.transactionId
}

function pathOf(document: GeneratedDocument, locale: string) {
  const page = peerPages(document).find((each) => each.locale === locale)
  if (!page) throw new Error(`${document._id} has no page in "${locale}".`)
  return `/${locale}/${page.section}/${page.slug}/`
}

function turn<Item>(items: readonly Item[], round: number): Item {
  const item = items[round % items.length]
  if (item === undefined) throw new Error('There is nothing to take turns with.')
  return item
}
