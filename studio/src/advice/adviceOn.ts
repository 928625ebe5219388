import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {Finding, PathStep} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'

import type {Translate} from '../language/translator.ts'
import {findingsOf} from './findingsOf.ts'
import type {FormType} from './formPath.ts'
import {formPath} from './formPath.ts'
import {sayAdvice} from './sayFinding.ts'

/** One piece of advice, as Sanity takes what a validation found. */
interface Advice {
  message: string
  /** From the document down. */
  path: PathStep[]
}

/** What the site leaves out of a document, in the officer's language, each at the input where it can be mended. */
export function adviceOn(document: object, type: FormType, t: Translate): Advice[] {
  const advice = findingsOf(document).flatMap((finding) => {
    const path = formPath(finding.path, document, type)
    const isInForm = path.length === finding.path.length
    return isInForm && isSaidByForm(finding) ? [] : [{message: sayAdvice(t, finding), path}]
  })
  return [
    ...new Map(advice.map((each) => [`${pathText(each.path)} ${each.message}`, each])).values(),
  ]
}

/** The rules of the schema are the form's too: where it shows the value, it says by itself that one is broken. */
const isSaidByForm = ({expected}: Finding) =>
  !generic.includes(expected) || saidByForm.includes(expected)

const generic: readonly string[] = Object.values(expectations)

const {required, choice, rule, twice, url} = expectations
const saidByForm: readonly string[] = [required, choice, rule, twice, url]
