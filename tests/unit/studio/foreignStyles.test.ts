import {expect, test} from 'vitest'

import {addStyles, foreignStyles, withStyles} from '../../../studio/src/schema/foreignStyles.ts'

const choices = (...names: string[]) => names.map((value) => ({value, title: value}))
const span = (...formats: string[]) => ({name: 'span', decorators: choices(...formats)})
const block = (styles: string[], lists: string[], formats: string[]) => ({
  name: 'block',
  type: {name: 'block', type: null},
  fields: [
    {name: 'children', type: {of: [span(...formats), {name: 'mention'}]}},
    {name: 'style', type: {options: {layout: 'radio', list: choices(...styles)}}},
    {name: 'listItem', type: {options: {list: choices(...lists)}}},
    {name: 'level', type: {}},
  ],
})
const picture = {name: 'picture', type: {name: 'object', type: null}}
const type = {of: [block(['normal', 'h2'], ['bullet'], ['strong']), picture]}

const paragraph = (more: object, marks: unknown = []) => ({
  _type: 'block',
  style: 'normal',
  markDefs: [{_key: 'l1', _type: 'link'}],
  children: [{_type: 'span', text: 'a', marks}, null],
  ...more,
})

test('finds the styles, lists and formats of a text that its type does not offer, each once', () => {
  const value = [
    paragraph({style: 'h1'}),
    paragraph({style: 'h1', listItem: 'square'}, ['strong', 'underline', 'l1']),
    {_type: 'picture', style: 5},
  ]

  expect(foreignStyles(type, value)).toEqual({
    style: ['h1'],
    listItem: ['square'],
    mark: ['underline'],
  })
})

test.each([
  undefined,
  'text',
  [null, 5, {style: 5, children: 'a', markDefs: {}}, paragraph({}, 5)],
])('finds none in what has none: %j', (value) => {
  expect(foreignStyles(type, value)).toEqual({style: [], listItem: [], mark: []})
})

test('offers them after those of the type, and changes nothing else', () => {
  const styles = {style: ['h1'], listItem: ['square'], mark: ['underline']}

  expect(withStyles(type, styles)).toEqual({
    of: [block(['normal', 'h2', 'h1'], ['bullet', 'square'], ['strong', 'underline']), picture],
  })
})

test('gives the type itself, and the styles themselves, where there is nothing to add', () => {
  const none = {style: [], listItem: [], mark: []}
  const some = {...none, style: ['h1']}

  expect(withStyles(type, none)).toBe(type)
  expect(addStyles(some, some)).toBe(some)
  expect(addStyles(some, {...none, style: ['h1', 'h6']})).toEqual({...none, style: ['h1', 'h6']})
})
