import {isRecord} from '@coworkmed/schemas/isRecord'
import type {Finding, PathStep} from '@coworkmed/schemas/parse/finding'
import {pathText} from '@coworkmed/schemas/parse/finding'

import type {Stored} from './anyDocument.ts'

/** The document as it was parsed, and what was found in it. */
interface Parsed {
  document: object
  findings: readonly Finding[]
}

type Path = readonly PathStep[]

/**
 * Where a parsed document differs from what was written, though no finding says so: at the place, around it or, where all
 * of it is gone, within it. Knows nothing of how documents are parsed. What is empty may go; Sanity's own fields may change.
 */
export function untoldDifferences(written: Stored, {document, findings}: Parsed): string[] {
  if (findings.length >= MOST_FINDINGS) return []
  const told = findings.map(({path}) => path.map(stepText))
  return differences(written, document, [])

  function differences(before: unknown, after: unknown, path: Path): string[] {
    if (before === after || isToldAround(path)) return []
    if (after === undefined)
      return isEmpty(before) || isToldWithin(path) || isOpen(path) ? [] : [pathText(path)]
    if (Array.isArray(before) && Array.isArray(after)) return membersOf(before, after, path)
    if (isRecord(before) && isRecord(after)) return fieldsOf(before, after, path)
    return [pathText(path)]
  }

  function fieldsOf(
    before: Record<string, unknown>,
    after: Record<string, unknown>,
    path: Path,
  ): string[] {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => {
      if (name.startsWith('_') && name !== '_ref') return []
      if (name === 'language' && isSameLanguage(before, after)) return []
      const own = (record: Record<string, unknown>) =>
        Object.hasOwn(record, name) ? record[name] : undefined
      return differences(own(before), own(after), [...path, name])
    })
  }

  /** The fewest differences there can be: each member is one of those that are left, or is gone. */
  function membersOf(before: readonly unknown[], after: readonly unknown[], path: Path): string[] {
    const known = new Map<string, string[]>()
    const from = (index: number, other: number): string[] => {
      const key = `${index} ${other}`
      const found = known.get(key) ?? fewest(index, other)
      known.set(key, found)
      return found
    }
    const fewest = (index: number, other: number): string[] => {
      if (index === before.length)
        return other === after.length ? [] : [`${pathText(path)}: more than was written`]
      const member = before[index]
      const at = [...path, stepOf(member, index)]
      const gone = [...differences(member, undefined, at), ...from(index + 1, other)]
      if (other === after.length || gone.length === 0) return gone
      const kept = [...differences(member, after[other], at), ...from(index + 1, other + 1)]
      return kept.length <= gone.length ? kept : gone
    }
    return from(0, 0)
  }

  function isToldAround(path: Path) {
    const steps = path.map(stepText)
    return told.some(
      (each) => each.length <= steps.length && each.every((step, index) => step === steps[index]),
    )
  }

  function isToldWithin(path: Path) {
    const steps = path.map(stepText)
    return told.some((each) => steps.every((step, index) => step === each[index]))
  }

  /** Sanity writes more of an image than the site reads. */
  function isOpen([field = '', part = '', ...more]: Path) {
    if (written._type !== 'sanity.imageAsset') return false
    if (field !== 'metadata') return field !== 'url'
    return part !== '' && part !== 'hasAlpha' && (part !== 'dimensions' || more.length > 0)
  }
}

/** A document with more says no more. */
const MOST_FINDINGS = 100

const stepText = (step: PathStep) => JSON.stringify(step)

const stepOf = (member: unknown, index: number): PathStep =>
  isRecord(member) && typeof member._key === 'string' ? {_key: member._key} : index

/** Nothing is lost with it: no value, a text without a letter, a line in which nobody has written. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return BLANK.test(value)
  if (Array.isArray(value)) return value.every(isEmpty)
  if (!isRecord(value)) return false
  return value._type === 'slug'
    ? isEmpty(value.current)
    : Object.entries(value).every(
        ([name, child]) => name === 'language' || name.startsWith('_') || isEmpty(child),
      )
}

const BLANK = /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]*$/u

/** Capital letters say the same, and so may the key of one language of a text. */
const isSameLanguage = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  /^internationalizedArray.+Value$|^translationState$/.test(String(after._type)) &&
  said(before.language ?? before._key)
    .trim()
    .toLowerCase() === after.language

const said = (language: unknown) =>
  typeof language === 'string' ? language : (JSON.stringify(language) ?? '')
