import {localeIds} from '@coworkmed/schemas/locales'
import {isSlug, MAX_SLUG_LENGTH, slugify} from '@coworkmed/schemas/localized/slugify'
import fc from 'fast-check'
import {expect, test} from 'vitest'

test.each([
  {locale: 'el', input: 'Ευρωπαϊκοί χώροι συνεργασίας', output: 'evropaikoi-choroi-synergasias'},
  {locale: 'el', input: 'αυτό', output: 'afto'},
  {locale: 'el', input: 'ούζο', output: 'ouzo'},
  {locale: 'el', input: 'αγγείο', output: 'angeio'},
  {locale: 'el', input: 'Μπάρι', output: 'bari'},
  {locale: 'el', input: 'ευχαριστώ', output: 'efcharisto'},
  {locale: 'el', input: 'άυλος', output: 'aylos'},
  {locale: 'el', input: 'Δημόσιες πολιτικές στη Λάρισα', output: 'dimosies-politikes-sti-larisa'},
  {locale: 'fr', input: 'Médiation & œuvre de l’Île', output: 'mediation-et-oeuvre-de-l-ile'},
  {locale: 'fr', input: '1ᵉʳ atelier', output: '1er-atelier'},
  {locale: 'fr', input: 'GIOVANISÌ', output: 'giovanisi'},
  {locale: 'hr', input: 'Čakovec i Đakovo', output: 'cakovec-i-dakovo'},
  {locale: 'ca', input: 'Col·legi d’empreses', output: 'collegi-d-empreses'},
  {locale: 'es', input: 'Año 2017: ¿qué hacer?', output: 'ano-2017-que-hacer'},
  {locale: 'it', input: 'Città & giovani', output: 'citta-e-giovani'},
] as const)('writes "$input" in $locale as $output', ({locale, input, output}) => {
  expect(slugify(input, locale)).toBe(output)
})

test('gives an address for any title that has a letter or digit of ours, and never too long a one', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.constantFrom(...localeIds), (title, locale) => {
      const slug = slugify(title, locale)
      expect(slug === '' || isSlug(slug)).toBe(true)
      expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH)
    }),
  )
})

test('leaves an address as it is', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.constantFrom(...localeIds), (title, locale) => {
      const slug = slugify(title, locale)
      expect(slugify(slug, locale)).toBe(slug)
    }),
  )
})
