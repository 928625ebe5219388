import {expect, test} from 'vitest'

import {richTextFromText} from '../../../scripts/content/compile/richTextFromText.ts'
import {textFromRichText} from '../../../scripts/content/compile/textFromRichText.ts'

test.for([
  'Un paragraphe',
  'Un\n\nDeux',
  '## Titre\n\nTexte\n\n### Sous-titre',
  'Voici :\n\n- un\n- deux\n\nFin',
  'Lisez [le site](https://example.org/a) et [la suite](mailto:a@example.org).',
  '> Une citation',
  'Avec « des espaces » : insécables',
])('reads back what it wrote: %j', (text) => {
  expect(textFromRichText(richTextFromText(text))).toBe(text)
})

test('makes a link of words and address', () => {
  expect(richTextFromText('Voir [ici](https://example.org/).')).toEqual([
    {
      _key: 'block-1',
      _type: 'block',
      style: 'normal',
      markDefs: [{_key: 'link-1', _type: 'link', href: 'https://example.org/'}],
      children: [
        {_key: 'span-1', _type: 'span', text: 'Voir ', marks: []},
        {_key: 'span-2', _type: 'span', text: 'ici', marks: ['link-1']},
        {_key: 'span-3', _type: 'span', text: '.', marks: []},
      ],
    },
  ])
})
