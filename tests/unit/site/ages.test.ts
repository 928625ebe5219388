import {expect, test} from 'vitest'

import {translator} from '../../../site/src/i18n/translator.ts'
import {ageText} from '../../../site/src/queries/ages.ts'

test.each([
  {target: {ageMin: 18, ageMax: 40}, text: '18–40 years old'},
  {
    target: {ageMin: 18, ageMax: 40, ageMaxIncluded: true},
    text: /18–40.*inclusive|18 to 40.*inclusive/,
  },
  {target: {ageMax: 40, ageMaxIncluded: false}, text: /under 40/},
  {target: {ageMax: 40}, text: /up to 40/},
  {target: {ageMin: 45}, text: /45/},
])('says $target', ({target, text}) => {
  const words = ageText({_type: 'target', ...target}, translator('en'))
  if (typeof text === 'string') expect(words).toBe(text)
  else expect(words).toMatch(text)
})

test('says nothing where no age is known', () => {
  expect(ageText(undefined, translator('en'))).toBeUndefined()
  expect(ageText({_type: 'target'}, translator('en'))).toBeUndefined()
})
