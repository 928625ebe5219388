import {expect, test} from 'vitest'

import {readableTypes} from '../../../studio/src/language/readableTypes.ts'

const shout = (text: string) => text.toUpperCase()

test('calls one language of a text by what it is, and leaves lists of them alone', () => {
  const list = {name: 'internationalizedArrayText', title: 'Internationalized array'}
  const language = {name: 'language', hidden: true}
  const one = {
    name: 'internationalizedArrayTextValue',
    title: 'Internationalized array text',
    fields: [{name: 'value', type: 'text'}, language],
  }

  expect(readableTypes([list, one], shout)).toEqual([
    list,
    {...one, title: 'LANGUAGE', fields: [{name: 'value', type: 'text', title: 'TEXT'}, language]},
  ])
})
