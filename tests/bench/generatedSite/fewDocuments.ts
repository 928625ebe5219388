import {cities} from './cities.ts'
import type {GeneratedDocument} from './fields.ts'
import {head, inEveryLanguage, reference, titleOf} from './fields.ts'
import {REGIONS, SOURCES} from './siteShape.ts'
import {paragraph, phrase} from './text.ts'

/** What everything else points to: sources, regions, the fund and the typology. */
export function* foundations(): Generator<GeneratedDocument> {
  for (let number = 1; number <= SOURCES; number += 1) yield source(number)
  for (let number = 1; number <= REGIONS; number += 1) yield region(number)
  yield titled('fund-1', 'fund', {kind: 'fund'})
  yield titled('scheme-1', 'typologyScheme', {published: {_type: 'partialDate', value: '2019'}})
}

/** The project with the first ten organisations, and the settings: there is one of each. */
export function* frame(partners: number): Generator<GeneratedDocument> {
  const leading = Array.from({length: Math.min(10, partners)}, (_, index) => ({
    _key: `participation-${index + 1}`,
    _type: 'participation',
    partner: reference('partner', index + 1),
    role: index === 0 ? 'lead' : 'partner',
  }))
  yield titled('project-1', 'project', {
    programme: reference('fund', 1),
    participations: leading,
    countries: ['ES', 'FR', 'GR', 'HR', 'IT'],
  })
  yield {
    _id: 'siteSettings',
    _type: 'siteSettings',
    title: inEveryLanguage(() => 'Generated'),
    heading: inEveryLanguage((locale) => phrase(`heading ${locale}`, locale, 4, 6)),
    introduction: inEveryLanguage(
      (locale) => paragraph(`introduction ${locale}`, locale, 200),
      'Text',
    ),
    project: {_type: 'reference', _ref: 'project-1'},
    publisher: reference('partner', 1),
    acknowledgement: {
      _type: 'acknowledgement',
      regime: '2014-2020',
      statement: inEveryLanguage((locale) => phrase(`acknowledgement ${locale}`, locale, 9, 12)),
      fund: reference('fund', 1),
    },
  }
}

const source = (number: number) => ({
  _id: `source-${number}`,
  _type: 'source',
  title: phrase(`source ${number}`, 'fr', 4, 9),
  publisher: phrase(`source publisher ${number}`, 'fr', 1, 3),
  url: `https://source-${number}.example/`,
  language: 'fr',
  consultedOn: '2026-11-01',
})

function region(number: number) {
  const {country = 'FR', point} = cities[(number * 2) % cities.length] ?? {}
  const id = `region-${number}`
  return {
    _id: id,
    _type: 'region',
    title: inEveryLanguage((locale) => titleOf(id, locale)),
    country,
    point,
  }
}

/** A document with a title and a summary, and no address of its own. */
function titled(id: string, type: string, facts: Record<string, unknown>) {
  const {slug: _, ...texts} = head(id, type)
  return {...texts, ...facts}
}
