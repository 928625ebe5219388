import {expect, test} from 'vitest'

import {translateValidation} from '../../../studio/src/schema/translateValidation.ts'

interface Spec {
  flag: string
  constraint: unknown
}

/** A rule as Sanity's are, as far as these tests go. */
const ruleOf = (specs: readonly Spec[]) => ({
  _rules: specs,
  clone: () => ruleOf(specs),
  custom: (constraint: unknown) => ruleOf([...specs, {flag: 'custom', constraint}]),
})

const inferred = ruleOf([{flag: 'type', constraint: 'Object'}])
const shout = (text: string) => text.toUpperCase()

/** What a type says of a value, with the rule that Sanity infers. */
function rulesOf(validation: (rule: typeof inferred) => unknown): unknown {
  const translated: unknown = translateValidation(() => validation(inferred), shout)
  return typeof translated === 'function' ? translated(inferred) : undefined
}

test('tells the faults that Sanity finds once, however many rules a type has', () => {
  const rules = rulesOf((rule) => [rule.custom(() => 'bad'), rule.custom(() => 'ugly')])

  expect(rules).toMatchObject([
    {_rules: [{flag: 'type'}, {flag: 'custom'}]},
    {_rules: [{flag: 'custom'}]},
  ])
})

test('says what a rule says in the officer’s language', async () => {
  const rule = rulesOf((one) => one.custom(() => 'bad'))
  const said: unknown[] = []
  if (typeof rule === 'object' && rule !== null && '_rules' in rule && Array.isArray(rule._rules))
    for (const {constraint} of rule._rules)
      if (typeof constraint === 'function') said.push(await constraint())

  expect(said).toEqual(['BAD'])
})
