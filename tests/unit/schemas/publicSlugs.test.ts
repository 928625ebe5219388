import {publicSlugs} from '@coworkmed/schemas/localized/publicSlugs'
import {withoutHiddenLanguages} from '@coworkmed/schemas/localized/translationState'
import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {slugOf} from '../../../site/src/i18n/localizedPath.ts'
import {anyPage} from './pages.ts'

const meeting = {
  _id: 'any',
  _type: 'meeting' as const,
  _rev: '1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
}

test('a page stands where the site puts it, in every language', () => {
  fc.assert(
    fc.property(anyPage, ({title, slug, translations}) => {
      const document = {...meeting, title, slug, translations}
      const shown = withoutHiddenLanguages(document)
      const addresses = localeIds.flatMap((language) => {
        const current = slugOf(shown, language)
        return current ? [{language, current}] : []
      })

      expect(publicSlugs(document)).toEqual(addresses)
    }),
  )
})
