import {isLanguageTag} from '@coworkmed/schemas/languageTags'
import {expect, test} from 'vitest'

test.each(['fr', 'EL', 'pt-BR', 'sr-Cyrl-RS', 'vec', 'zh-Hant'])(
  '%s can be the language of a text',
  (code) => {
    expect(isLanguageTag(code)).toBe(true)
  },
)

test.each(['', 'zz zz', 'f', 'fr_FR', '"x', 'français', 'fr-', 'fr\n', 5, null, ['fr']])(
  '%j cannot',
  (code) => {
    expect(isLanguageTag(code)).toBe(false)
  },
)
