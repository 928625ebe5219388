import type {Definition} from './definition.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {leaveOut} from './place.ts'
import type {RecordedRule} from './recordedRules.ts'
import {recordedRules} from './recordedRules.ts'

/** A parser that asks as well what the schema's own validation asks of a value: choices, bounds, patterns, own checks. */
export function withRules(parse: Parser, {choices, validation}: Definition): Parser {
  const checks = recordedRules(validation).flatMap((rule) => checkOf(rule) ?? [])
  if (!choices && checks.length === 0) return parse
  return (value, place, parent) => {
    const parsed = parse(value, place, parent)
    if (parsed === undefined) return undefined
    if (choices && !choices.has(parsed)) return leaveOut(place, expectations.choice, parsed)
    for (const check of checks) {
      const problem = check(parsed, parent)
      if (problem !== undefined) return leaveOut(place, problem, parsed)
    }
    return parsed
  }
}

/** Says what is wrong with a value; `undefined` when nothing is. */
type Check = (value: unknown, parent: unknown) => string | undefined

function checkOf({flag, constraint, message = expectations.rule}: RecordedRule): Check | undefined {
  if (flag === 'custom') return ownCheck(constraint)
  const test = tests[flag]
  return test && ((value) => (test(value, constraint) ? undefined : message))
}

/** A check of the schema's own. One that has to ask the backend cannot be asked here. */
function ownCheck(validator: unknown): Check | undefined {
  if (typeof validator !== 'function') return undefined
  return (value, parent) => {
    const result: unknown = Reflect.apply(validator, undefined, [value, {parent}])
    return typeof result === 'string' ? result : undefined
  }
}

type Test = (value: unknown, constraint: unknown) => boolean

const number = (constraint: unknown) => (typeof constraint === 'number' ? constraint : Number.NaN)

const tests: Readonly<Record<string, Test>> = {
  min: (value, least) => !(typeof value === 'number' && value < number(least)),
  max: (value, most) => !(typeof value === 'number' && value > number(most)),
  integer: (value) => Number.isInteger(value),
  positive: (value) => typeof value === 'number' && value >= 0,
  regex: (value, pattern) =>
    !(pattern instanceof RegExp && typeof value === 'string') || pattern.test(value),
  email: (value) =>
    typeof value === 'string' &&
    value.length <= LONGEST_EMAIL &&
    /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value),
}

/** @see RFC 5321, 4.5.3.1.3 */
const LONGEST_EMAIL = 254
