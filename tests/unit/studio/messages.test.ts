import {localizedFieldTypes, schemaTypes} from '@coworkmed/schemas'
import {locales} from '@coworkmed/schemas/locales'
import {expectations} from '@coworkmed/schemas/parse/expectations'
import {expect, test} from 'vitest'

import {messages} from '../../../studio/src/language/messages/messages.ts'
import {sentences} from '../../../studio/src/language/sentences.ts'
import {ownWords} from '../../../studio/src/language/ownWords.ts'
import {translateTypes} from '../../../studio/src/schema/translateTypes.ts'
import {listTitles} from '../../../studio/src/structure/listTitles.ts'
import {collectErrors} from './collectErrors.ts'

const nativeNames = new Set<string>(locales.map(({name}) => name))

const {'en-US': inEnglish, ...translations} = messages

test.each(Object.entries(translations))(
  '%s says every word of the forms, and no others',
  (_, words) => {
    expect(Object.keys(words).toSorted()).toEqual(englishWords().toSorted())
  },
)

test('English says in other words only what there is', () => {
  const known = englishWords()

  expect(Object.keys(inEnglish).filter((word) => !known.includes(word))).toEqual([])
})

test.each(Object.entries(messages))('%s leaves nothing empty', (_, words) => {
  expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([])
})

function englishWords() {
  const found = new Set<string>([
    ...Object.values(listTitles),
    ...ownWords,
    ...sentences,
    ...Object.values(expectations),
  ])
  for (const error of collectErrors([schemaTypes, localizedFieldTypes])) found.add(error)
  translateTypes(schemaTypes, (english) => {
    found.add(english)
    return english
  })
  return [...found].filter((word) => !nativeNames.has(word))
}
