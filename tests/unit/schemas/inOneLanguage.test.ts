import {inOneLanguage} from '@coworkmed/schemas/localized/inOneLanguage'
import {localized} from '@coworkmed/schemas/localized/localized'
import {localizedFields} from '@coworkmed/schemas/localized/walk'
import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'

const text = fc
  .dictionary(fc.constantFrom(...localeIds), fc.constantFrom('', ' ', 'word'), {minKeys: 1})
  .map((values) => inLanguages(values))
const content = fc.array(fc.record({text, when: fc.string(), parts: fc.array(fc.record({text}))}))

test('one language of content shows what all of it shows in that language, and keeps nothing else', () => {
  fc.assert(
    fc.property(content, fc.constantFrom(...localeIds), (whole, locale) => {
      const alone = inOneLanguage(whole, locale)

      const shownIn = (value: unknown) =>
        localizedFields(value)
          .map(({items}) => localized(items, locale))
          .filter((shown) => shown !== undefined)
      expect(shownIn(alone)).toEqual(shownIn(whole))
      for (const {items} of localizedFields(alone)) expect(items).toHaveLength(1)
      expect(withoutTexts(alone)).toEqual(withoutTexts(whole))
    }),
  )
})

const withoutTexts = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (name, child) => (name === 'text' ? undefined : child)))
