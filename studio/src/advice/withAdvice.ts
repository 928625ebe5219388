import type {CustomValidator, Rule} from 'sanity'

import type {Translate} from '../language/translator.ts'
import {adviceOn} from './adviceOn.ts'

/** A document type whose forms also say, as a warning, what the site leaves out; other types are given back as they are. */
export function withAdvice<Type extends {type: string; validation?: unknown}>(
  type: Type,
  t: Translate,
): Type {
  if (type.type !== 'document') return type
  const advise: CustomValidator = (document, context) => {
    if (typeof document !== 'object' || document === null || !context.type) return true
    try {
      return adviceOn(document, context.type, t)
    } catch {
      return true // Sanity makes an error of what a validation throws, and errors stop a publish
    }
  }
  const advice = (rule: Rule) => rule.custom(advise, {bypassConcurrencyLimit: true}).warning()
  return {...type, validation: type.validation ? [type.validation, advice] : advice}
}
