import {expect, test} from 'vitest'

import {parseDocument} from '../../../site/src/content/parseDocument.ts'
import {contentOf, meeting, partner, state, texts} from './sampleDocuments.ts'

test('languages that visitors must not see never come in', () => {
  const parsed = parseDocument(
    meeting({
      _id: 'm',
      title: texts({fr: 'Réunion', en: 'SECRET', it: 'SECRET', es: 'Reunión'}),
      translations: [state('en', 'draft'), state('it', 'missing'), state('es', 'machine')],
    }),
  )
  expect(JSON.stringify(parsed)).not.toContain('SECRET')
  expect(JSON.stringify(parsed)).toContain('Reunión')
})

test.each([
  {answer: {_id: 'drafts.m', _type: 'meeting'}, says: /not a published document.*drafts\.m/},
  {answer: {_id: 'versions.r.m', _type: 'meeting'}, says: /not a published document/},
  {answer: {_id: 'm', _type: 'unicorn'}, says: /type the site knows.*unicorn/},
  {answer: null, says: /not a published document/},
])('refuses $answer', ({answer, says}) => {
  expect(() => parseDocument(answer)).toThrow(says)
})

test('gives what a reference points to, and nothing for what is not published', () => {
  const content = contentOf([partner({_id: 'iris'})])
  expect(content.get<'partner'>({_ref: 'iris'})?._id).toBe('iris')
  expect(content.get<'partner'>({_ref: 'nobody'})).toBeUndefined()
  expect(content.get<'partner'>(undefined)).toBeUndefined()
})

test('lists one type in the order of ids, whatever the order of the answer', () => {
  const content = contentOf([meeting({_id: 'b'}), partner({_id: 'c'}), meeting({_id: 'a'})])
  expect(content.list('meeting').map(({_id}) => _id)).toEqual(['a', 'b'])
})
