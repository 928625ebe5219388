import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {localizedHtml} from '../../../site/src/components/richText/localizedHtml.ts'
import {sourceHtml} from '../../../site/src/components/richText/sourceHtml.ts'
import {contentOf, source} from './sampleDocuments.ts'

const locale = fc.constantFrom(...localeIds)
const text = fc
  .array(fc.oneof(fc.constantFrom('<', '>', '"', "'", '&', '</a>', ' onclick="'), fc.string()))
  .map((parts) => parts.join(''))

test('a text makes no element and leaves no attribute, in its own language or another', () => {
  fc.assert(
    fc.property(text, locale, locale, (value, own, around) => {
      const html = localizedHtml({value, locale: own}, around)
      const span = /^<span lang="[a-z]{2}" dir="ltr">(.*)<\/span>$/s.exec(html)
      expect(span !== null).toBe(own !== around)
      expect(span?.[1] ?? html).not.toMatch(/[<>"']/)
    }),
  )
})

test('a source makes its link and nothing else, whatever is typed in its fields', () => {
  fc.assert(
    fc.property(text, text, locale, (typed, more, around) => {
      const document = source({
        _id: 'press',
        title: typed,
        publisher: more,
        url: `https://example.org/${more}`,
        archivedUrl: `javascript:${typed}`,
      })
      const html = sourceHtml(contentOf([document]), 'press', around)
      expect(html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'))).toEqual([
        '<span class="">',
        '<a href="">',
        '</a>',
        '</span>',
      ])
    }),
  )
})
