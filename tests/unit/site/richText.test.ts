import {expect, test} from 'vitest'

import type {RichText} from '@coworkmed/schemas/content.generated'
import {richTextHtml} from '../../../site/src/components/richText/richTextHtml.ts'
import {contentOf, partner, reference, slugs, texts} from './sampleDocuments.ts'

const content = contentOf([
  partner({_id: 'iris', title: texts({fr: 'IRIS'}), slug: slugs({fr: 'iris'})}),
])

test('escapes what is written', () => {
  expect(richTextHtml(content, [paragraph('<script>alert("&")</script>')], 'fr')).toBe(
    '<p>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</p>',
  )
})

test('writes headings, lists, quotations and marks', () => {
  const blocks: RichText = [
    {...paragraph('Titre'), style: 'h2'},
    {...paragraph('un'), listItem: 'bullet', level: 1},
    {...paragraph('mot', ['strong', 'em'])},
    {...paragraph('dit'), style: 'blockquote'},
  ]
  expect(richTextHtml(content, blocks, 'fr')).toBe(
    '<h2>Titre</h2><ul><li>un</li></ul><p><strong><em>mot</em></strong></p><blockquote>dit</blockquote>',
  )
})

test('an internal link goes to the page in the reader’s language', () => {
  const linked = withMark({_type: 'internalLink', reference: reference('iris')})
  expect(richTextHtml(content, [linked], 'it')).toBe('<p><a href="/it/partner/iris/">mot</a></p>')
})

test('an internal link to what is not published is plain text', () => {
  const linked = withMark({_type: 'internalLink', reference: reference('gone')})
  expect(richTextHtml(content, [linked], 'fr')).toBe('<p>mot</p>')
})

test('a link of a scheme that is not allowed is plain text', () => {
  const linked = withMark({_type: 'link', href: 'javascript:alert(1)'})
  expect(richTextHtml(content, [linked], 'fr')).toBe('<p>mot</p>')
})

test('a line in which nobody has written is no heading, no item and no paragraph', () => {
  const blank = [' ', '\u00a0', '\u200b', '']
  const blocks: RichText = blank.flatMap((text) => [
    {...paragraph(text), style: 'h2'},
    {...paragraph(text), listItem: 'bullet', level: 1},
    paragraph(text),
  ])
  expect(richTextHtml(content, [...blocks, paragraph('mot')], 'fr')).toBe('<p>mot</p>')
})

test('marks and blocks that nobody knows leave their text', () => {
  expect(richTextHtml(content, [paragraph('mot', ['sparkle'])], 'fr')).toBe('<p>mot</p>')
})

type Block = Extract<RichText[number], {_type: 'block'}>
type MarkDefinition = NonNullable<Block['markDefs']>[number]

function paragraph(text: string, marks: string[] = []): Block {
  return {
    _key: text,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: 'span', _type: 'span', text, marks}],
  }
}

function withMark(
  mark:
    | Omit<Extract<MarkDefinition, {_type: 'link'}>, '_key'>
    | Omit<Extract<MarkDefinition, {_type: 'internalLink'}>, '_key'>,
): Block {
  return {...paragraph('mot', ['mark']), markDefs: [{...mark, _key: 'mark'}]}
}
