import {cities} from './cities.ts'
import {head, inEveryLanguage, placeIn, someReferences, statements} from './fields.ts'
import {randomOf} from './random.ts'
import {SOURCES} from './siteShape.ts'
import {phrase} from './text.ts'

const KINDS = ['regionalAuthority', 'localAuthority', 'agency', 'research', 'incubator']

/** An organisation; its page is made of what its sources say. */
export function partner(number: number) {
  const id = `partner-${number}`
  const random = randomOf(id)
  return {
    ...head(id, 'partner'),
    longName: inEveryLanguage((locale) => phrase(`${id} long ${locale}`, locale, 5, 9)),
    kind: random.pick(KINDS),
    founded: {_type: 'partialDate', value: String(random.integer(1950, 2015))},
    place: placeIn(random, random.pick(cities)),
    websites: [{_key: 'website-1', _type: 'webAddress', url: `https://partner-${number}.example/`}],
    statements: statements(id, 18, 740),
    sources: someReferences(random, 'source', SOURCES, 4),
  }
}
