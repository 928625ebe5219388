import {sourceLocaleOf, withoutHiddenLanguages} from '@coworkmed/schemas/localized/translationState'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'

const states = (values: Record<string, string>) =>
  Object.entries(values).map(([language, state]) => ({
    _key: language,
    _type: 'translationState',
    language,
    state,
  }))

test('hides the languages marked draft or missing, however deep they stand', () => {
  const meeting = {
    title: inLanguages({fr: 'Florence', it: 'Firenze', el: 'Φλωρεντία'}),
    takeaways: [{_key: 't', text: inLanguages({fr: 'Un', it: 'Uno'}, 'Text')}],
    translations: states({fr: 'source', it: 'draft', el: 'machine'}),
  }

  const shown = withoutHiddenLanguages(meeting)

  expect(shown.title.map(({language}) => language)).toEqual(['fr', 'el'])
  expect(shown.takeaways[0]?.text.map(({language}) => language)).toEqual(['fr'])
  expect(meeting.title).toHaveLength(3)
})

test('takes the language marked as source, else the project’s', () => {
  expect(sourceLocaleOf({translations: states({it: 'source'})})).toBe('it')
  expect(sourceLocaleOf({})).toBe('fr')
})
