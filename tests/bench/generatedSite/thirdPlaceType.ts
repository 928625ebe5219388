import {head, inEveryLanguage, reference, someReferences, statements} from './fields.ts'
import {randomOf} from './random.ts'
import {SOURCES} from './siteShape.ts'
import {paragraph} from './text.ts'

/** A type of third places, defined in several ways, each type but the first ten a kind of another. */
export function thirdPlaceType(number: number) {
  const id = `thirdPlaceType-${number}`
  const random = randomOf(id)
  return {
    ...head(id, 'thirdPlaceType'),
    definitions: [1, 2, 3, 4, 5, 6].map((index) => ({
      _key: `definition-${index}`,
      _type: 'definition',
      text: inEveryLanguage(
        (locale) => paragraph(`${id} definition ${index} ${locale}`, locale, 900),
        'Text',
      ),
      source: reference('source', random.integer(1, SOURCES)),
    })),
    schemes: [
      {
        _key: 'scheme-1',
        _type: 'schemeMembership',
        scheme: {_type: 'reference', _ref: 'scheme-1'},
        code: `T${number}`,
        match: 'close',
      },
    ],
    ...(number > 10 ? {broader: reference('thirdPlaceType', random.integer(1, 10))} : {}),
    statements: statements(id, 11, 740),
    sources: someReferences(random, 'source', SOURCES, 3),
  }
}
