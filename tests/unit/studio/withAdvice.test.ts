import {expect, test} from 'vitest'

import {withAdvice} from '../../../studio/src/advice/withAdvice.ts'

const english = (text: string) => text
const own = () => undefined

/** A rule that notes how it is built. */
function ruleOf() {
  const built: unknown[] = []
  const rule = {
    custom: (validate: unknown) => {
      built.push(validate)
      return rule
    },
    warning: () => {
      built.push('warning')
      return rule
    },
  }
  return {rule, built}
}

test('warns, and never stops a publish, whatever the document does', async () => {
  const {validation} = withAdvice<{type: string; validation?: unknown}>({type: 'document'}, english)
  const {rule, built} = ruleOf()

  if (typeof validation === 'function') validation(rule)
  const [validate, level] = built

  expect(level).toBe('warning')
  if (typeof validate !== 'function') throw new Error('There is no validation.')
  const type = {name: 'region', jsonType: 'object', fields: []}
  const hostile = {
    _type: 'region',
    get _id() {
      throw new Error('This document does not want to be read.')
    },
  }
  expect(validate(undefined, {type})).toBe(true)
  expect(validate(hostile, {type})).toBe(true)
  expect(validate({_id: 'a', _type: 'region', colour: 'blue'}, {type})).toHaveLength(1)
})

test('keeps the rules that a type has of its own', () => {
  expect(withAdvice({type: 'document', validation: own}, english)).toMatchObject({
    validation: [own, expect.any(Function)],
  })
})

test('leaves types alone that are no documents', () => {
  const type = {type: 'object'}

  expect(withAdvice(type, english)).toBe(type)
})
