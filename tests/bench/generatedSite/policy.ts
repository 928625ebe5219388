import {richTextFromText} from '../../../scripts/content/compile/richTextFromText.ts'
import {head, inEveryLanguage, reference, someReferences, statements} from './fields.ts'
import {randomOf} from './random.ts'
import {REGIONS, SOURCES, type SiteShape} from './siteShape.ts'
import {article, paragraph} from './text.ts'

const INSTRUMENTS = ['voucher', 'grant', 'label', 'call', 'programme', 'space', 'network']

/** A policy with a description, its authorities, its amount, and the types of third places it helps. */
export function policy(number: number, shape: SiteShape) {
  const id = `policy-${number}`
  const random = randomOf(id)
  const year = String(random.integer(2008, 2025))
  const inWords = (name: string, bytes: number) =>
    inEveryLanguage((locale) => paragraph(`${id} ${name} ${locale}`, locale, bytes), 'Text')
  return {
    ...head(id, 'policy'),
    description: inEveryLanguage(
      (locale) => richTextFromText(article(`${id} description ${locale}`, locale, 12_000)),
      'RichText',
    ),
    instrument: random.pick(INSTRUMENTS),
    authorities: someReferences(random, 'partner', shape.partner, 2).map(({_key, ...partner}) => ({
      _key,
      _type: 'authority',
      partner,
      role: 'decides',
    })),
    territory: {_type: 'territory', region: reference('region', random.integer(1, REGIONS))},
    state: {_type: 'policyState', value: 'closed', asOf: {_type: 'partialDate', value: year}},
    since: {_type: 'period', start: {_type: 'partialDate', value: year}},
    target: {_type: 'target', text: inWords('target', 200), ageMin: 18, ageMax: 40},
    eligibleCosts: inWords('costs', 300),
    amount: {
      _type: 'money',
      bound: 'upTo',
      amount: random.integer(5, 80) * 100,
      currency: 'EUR',
      basis: 'perPerson',
      source: reference('source', random.integer(1, SOURCES)),
    },
    types: someReferences(random, 'thirdPlaceType', shape.thirdPlaceType, 2),
    statements: statements(id, 3, 400),
    sources: someReferences(random, 'source', SOURCES, 3),
  }
}
