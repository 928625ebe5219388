import type {CustomValidator, CustomValidatorResult, Rule, RuleSpec} from 'sanity'

import type {Translate} from '../language/translator.ts'

/** The validation of a type or a field, as a schema gives it. */
type Validation = (rule: Rule, context?: unknown) => unknown

/** The same validation, with what it says to an officer said by `t`. */
export function translateValidation(validation: Validation, t: Translate): Validation {
  return (rule, context) => {
    const rules = validation(rule, context)
    if (!Array.isArray(rules)) return translateRule(rules, t)
    return rules.map((one: unknown, index) =>
      translateRule(index === 0 ? one : withoutRulesOf(rule, one), t),
    )
  }
}

/** Each of several rules begins with those that Sanity infers from the type, whose faults would be told several times. */
function withoutRulesOf(inferred: Rule, rule: unknown): unknown {
  if (!isRule(rule) || !isRule(inferred)) return rule
  const own = rule._rules.filter((spec) => !inferred._rules.includes(spec))
  return Object.assign(rule.clone(), {_rules: own})
}

function translateRule(rule: unknown, t: Translate): unknown {
  if (!isRule(rule)) return rule
  const translated: Rule = Object.assign(rule.clone(), {
    _rules: rule._rules.map((spec) => translateSpec(spec, t)),
  })
  if (typeof rule._message !== 'string') return translated
  return translated[rule._level ?? 'error'](t(rule._message))
}

function translateSpec(spec: RuleSpec, t: Translate): RuleSpec {
  if (spec.flag !== 'custom') return spec
  const validator: CustomValidator = async (value, context) =>
    translateResult(await spec.constraint(value, context), t)
  return {...spec, constraint: validator}
}

const translateResult = (result: CustomValidatorResult, t: Translate) =>
  typeof result === 'string' ? t(result) : result

const isRule = (rule: unknown): rule is Rule =>
  typeof rule === 'object' && rule !== null && '_rules' in rule && 'clone' in rule
