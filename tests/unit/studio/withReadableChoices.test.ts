import {expect, test} from 'vitest'

import type {PreviewedType} from '../../../studio/src/schema/withReadableChoices.ts'
import {withReadableChoices} from '../../../studio/src/schema/withReadableChoices.ts'

const fields = [
  {name: 'role', options: {list: [{value: 'lead', title: 'lead partner'}]}},
  {name: 'name'},
]

test('says the title of a choice in a preview without a prepare function', () => {
  const type = withReadableChoices({fields, preview: {select: {title: 'name', subtitle: 'role'}}})

  expect(type.preview).toHaveProperty('prepare')
  expect(prepared(type, {title: 'Tuscany', subtitle: 'lead'})).toEqual({
    title: 'Tuscany',
    subtitle: 'lead partner',
  })
})

test('hands the title to the prepare function there is, and values it does not know as they are', () => {
  const type = withReadableChoices({fields, preview: {select: {role: 'role'}, prepare: quoted}})

  expect(prepared(type, {role: 'lead'})).toEqual({title: '« lead partner »'})
  expect(prepared(type, {role: 'other'})).toEqual({title: '« other »'})
})

test('gives back a type whose preview shows no choices', () => {
  const type = {fields, preview: {select: {title: 'name'}}}

  expect(withReadableChoices(type)).toBe(type)
})

const quoted = ({role}: Record<string, unknown>) => ({title: `« ${String(role)} »`})

const prepared = ({preview}: PreviewedType, selection: Record<string, unknown>) =>
  preview?.prepare?.(selection)
