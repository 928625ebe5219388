import type {Locale} from '@coworkmed/schemas/locales'
import {expect, test} from 'vitest'

import {parseDocument} from '../../../site/src/content/parseDocument.ts'
import {createContent} from '../../../site/src/content/createContent.ts'
import {openSnapshot} from '../../../site/src/content/snapshot/openSnapshot.ts'
import {
  contentOf,
  longTexts,
  meeting,
  parsedDocuments,
  partner,
  reference,
  state,
  texts,
} from './sampleDocuments.ts'

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
  {answer: {_id: 'drafts.m', _type: 'meeting'}},
  {answer: {_id: 'versions.r.m', _type: 'meeting'}},
  {answer: {_id: 'm', _type: 'unicorn'}},
  {answer: null},
])('no published document of the site: $answer', ({answer}) => {
  expect(parseDocument(answer)).toBeUndefined()
})

test('gives what a reference points to, and nothing for what is not published', () => {
  const content = contentOf([partner({_id: 'iris'})])
  expect(content.get('partner', {_ref: 'iris'})?._id).toBe('iris')
  expect(content.get('partner', {_ref: 'nobody'})).toBeUndefined()
  expect(content.get('partner', undefined)).toBeUndefined()
})

test('lists one type in the order of ids, whatever the order of the answer', () => {
  const content = contentOf([meeting({_id: 'b'}), partner({_id: 'c'}), meeting({_id: 'a'})])
  expect(content.list('meeting').map(({_id}) => _id)).toEqual(['a', 'b'])
})

test('a field or a language that a page does not read leaves the page alone', () => {
  const snapshot = openSnapshot(':memory:')
  const write = (fields: object) =>
    snapshot.write(parsedDocuments([{...meeting({_id: 'm', title: texts({fr: 'Un'})}), ...fields}]))
  write({})
  const content = createContent(snapshot, () => '2026-11-23T12:00:00Z')
  const recording = content.tracker.record()
  void content.get('meeting', {_ref: 'm'})?.title?.find(({language}) => language === 'fr')?.value
  const reads = recording.stop()

  for (const [fields, changes] of [
    [{online: true}, false],
    [{title: texts({fr: 'Un', it: 'Uno'})}, true],
    [{title: texts({fr: 'Un', it: 'Due'})}, false],
    [{title: texts({fr: 'Deux', it: 'Due'})}, true],
  ] as const) {
    const before = content.tracker.snapshot()
    content.tracker.advance(write(fields))
    expect(
      content.tracker.changedReads(content.tracker.numbersOf(reads), before).length > 0,
      JSON.stringify(fields),
    ).toBe(changes)
  }
})

test('a reader of one language is told of a long list’s texts in that language alone', () => {
  const snapshot = openSnapshot(':memory:')
  const write = (it: string) => snapshot.write(parsedDocuments([said(it)]))
  write('Una parola.')
  const content = createContent(snapshot, () => '2026-11-23T12:00:00Z')
  const readIn = (locale: Locale) => {
    const recording = content.tracker.record()
    const [statement] = content.get('meeting', {_ref: 'm'}, locale)?.statements ?? []
    expect(statement?.text?.map(({language}) => language)).toEqual([locale])
    return content.tracker.numbersOf(recording.stop())
  }
  const [french, italian] = [readIn('fr'), readIn('it')]
  const before = content.tracker.snapshot()

  content.tracker.advance(write('Due parole.'))

  expect(content.tracker.changedReads(french, before)).toEqual([])
  expect(content.tracker.changedReads(italian, before)).toHaveLength(1)
  expect(content.sourcesOf('m')).toEqual(['press'])
})

test('what can no longer be answered has changed for whoever asked it before', () => {
  const snapshot = openSnapshot(':memory:')
  snapshot.write(parsedDocuments([meeting({_id: 'm'})]))
  const content = createContent(snapshot, () => '2026-11-23T12:00:00Z')
  const name = () => {
    if (!content.getPage({_ref: 'm'})) throw new Error('It is gone.')
    return 'm'
  }
  const recording = content.tracker.record()
  content.ask('name()', name)
  const reads = recording.stop()

  content.tracker.advance(snapshot.write([], ['m']))

  expect(content.tracker.changedReads(content.tracker.numbersOf(reads), 1)).toHaveLength(1)
  expect(() => content.ask('name()', name)).toThrow('It is gone.')
})

/** A meeting with a list too long to be kept in memory, in French and Italian. */
const said = (it: string) => ({
  ...meeting({_id: 'm'}),
  statements: [
    {
      _key: 's',
      _type: 'statement' as const,
      text: longTexts({fr: 'Un mot. '.repeat(300), it}),
      source: reference('press'),
    },
  ],
})
