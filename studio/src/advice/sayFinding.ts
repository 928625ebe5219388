import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {Finding} from '@coworkmed/schemas/parse/finding'

import type {Translate} from '../language/translator.ts'
import type {Say} from '../receipts/say.ts'

/** A finding as advice at its field. */
export function sayAdvice(t: Translate, finding: Finding): string {
  const {expected} = finding
  const part = unknownField(finding) ?? (isTelling(finding) ? finding.found : undefined)
  return part === undefined
    ? t(`The site leaves this out. ${expected}`)
    : t(`The site leaves “${part}” out. ${expected}`)
}

/** A finding in a list of what the site leaves out. */
export function sayFinding(say: Say, finding: Finding): string {
  const {expected, found} = finding
  const reason = say.foreign(expected)
  return isTelling(finding) ? `${reason} ${say('It says “{found}”.', {found})}` : reason
}

/** How many parts of a document the site leaves out. */
export const sayLeftOut = (say: Say, count: number): string =>
  count === 1 ? say('1 left out') : say('{count} left out', {count})

/** The name of a field that no form has: the advice stands where there is an input, which is elsewhere. */
function unknownField({path, expected}: Finding) {
  const last = path.at(-1)
  return expected === expectations.field && typeof last === 'string' ? last : undefined
}

/** Whether it helps to see the value: no JSON, no key, no long text of which the site shows all but a few characters. */
const isTelling = ({expected, found}: Finding) =>
  expected !== expectations.characters &&
  expected !== expectations.mark &&
  /^[^[{]/.test(found) &&
  found.length <= LONGEST

const LONGEST = 40
