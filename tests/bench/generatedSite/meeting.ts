import {richTextFromText} from '../../../scripts/content/compile/richTextFromText.ts'
import {cities} from './cities.ts'
import {head, inEveryLanguage, placeIn, someReferences, statements} from './fields.ts'
import type {Random} from './random.ts'
import {randomOf} from './random.ts'
import {SOURCES, type SiteShape} from './siteShape.ts'
import {article, paragraph, phrase} from './text.ts'

const KINDS = ['transnational', 'regionalWorkingGroup', 'steeringCommittee', 'seminar']

/** A meeting with a report, takeaways that speak of policies, and the organisations that came. */
export function meeting(number: number, shape: SiteShape) {
  const id = `meeting-${number}`
  const random = randomOf(id)
  const day = dayOf(random)
  return {
    ...head(id, 'meeting'),
    theme: inEveryLanguage((locale) => phrase(`${id} theme ${locale}`, locale, 5, 9)),
    report: inEveryLanguage(
      (locale) => richTextFromText(article(`${id} report ${locale}`, locale, 10_600)),
      'RichText',
    ),
    takeaways: [1, 2, 3, 4].map((index) => takeaway(`${id} takeaway ${index}`, index, shape)),
    when: {_type: 'period', start: {_type: 'partialDate', value: day}},
    kinds: [random.pick(KINDS)],
    state: {_type: 'meetingState', value: 'held', asOf: {_type: 'partialDate', value: day}},
    place: placeIn(random, random.pick(cities)),
    participations: participations(random, shape),
    statements: statements(id, 2, 300),
    sources: someReferences(random, 'source', SOURCES, 3),
  }
}

function takeaway(seed: string, index: number, shape: SiteShape) {
  const random = randomOf(seed)
  return {
    _key: `takeaway-${index}`,
    _type: 'takeaway',
    title: inEveryLanguage((locale) => phrase(`${seed} title ${locale}`, locale, 3, 6)),
    text: inEveryLanguage((locale) => paragraph(`${seed} text ${locale}`, locale, 450), 'Text'),
    policies: someReferences(random, 'policy', shape.policy, 2),
    types: someReferences(random, 'thirdPlaceType', shape.thirdPlaceType, 1),
  }
}

function participations(random: Random, {partner}: SiteShape) {
  const [organiser, ...others] = someReferences(random, 'partner', partner, random.integer(3, 6))
  return [organiser, ...others].map((reference, index) => ({
    _key: `participation-${index + 1}`,
    _type: 'participation',
    partner: {_type: 'reference', _ref: reference?._ref},
    role: index === 0 ? 'organiser' : 'participant',
    sources: someReferences(random, 'source', SOURCES, 1),
  }))
}

function dayOf(random: Random) {
  const month = twoDigits(random.integer(1, 12))
  return `${random.integer(2008, 2025)}-${month}-${twoDigits(random.integer(1, 28))}`
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
