import {expect, test} from 'vitest'

import {citations} from '../../../site/src/queries/citations.ts'
import {contentOf, longTexts, meeting, reference, source} from './sampleDocuments.ts'

test('numbers the sources of a page, its own list first, each once', () => {
  const document = meeting({
    _id: 'm',
    statements: [
      {_key: 's', _type: 'statement', text: longTexts({fr: 'Dit'}), source: reference('press')},
      {_key: 't', _type: 'statement', text: longTexts({fr: 'Dit'}), source: reference('region')},
    ],
    sources: [reference('region')],
  })
  const content = contentOf([document, source({_id: 'press'}), source({_id: 'region'})])
  const cited = citations(content, document)
  expect(cited.all.map(({number, source: {_id}}) => [number, _id])).toEqual([
    [1, 'region'],
    [2, 'press'],
  ])
  expect(cited.of(reference('press'))?.number).toBe(2)
  expect(cited.of(reference('gone'))).toBeUndefined()
  expect(cited.of(undefined)).toBeUndefined()
})
