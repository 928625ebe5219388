import type {Translate} from '../language/translator.ts'
import {translateValidation} from './translateValidation.ts'

/** The properties of a type, a field or a choice that an officer reads. */
const TEXTS: readonly string[] = ['title', 'description']
/** The properties that hold more of the same: fields, members, choices, tabs, orders of a list. */
const PARTS: readonly string[] = [
  'fields',
  'of',
  'options',
  'list',
  'groups',
  'fieldsets',
  'orderings',
  'marks',
  'annotations',
  'decorators',
  'styles',
  'lists',
]

/**
 * Schema types with every title, description and message of validation said by `t`. Choices that are bare words are left alone: they are
 * values. Gives new types; the ones given are not changed.
 */
export function translateTypes<Types extends readonly (object | string)[]>(
  types: Types,
  t: Translate,
): Types
export function translateTypes(types: readonly unknown[], t: Translate): readonly unknown[] {
  return types.map((type) => translate(type, t))
}

function translate(part: unknown, t: Translate): unknown {
  if (Array.isArray(part)) return part.map((member: unknown) => translate(member, t))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, translateProperty(name, value, t)]),
  )
}

function translateProperty(name: string, value: unknown, t: Translate) {
  if (TEXTS.includes(name) && typeof value === 'string') return t(value)
  if (name === 'validation' && isFunction(value)) return translateValidation(value, t)
  return PARTS.includes(name) ? translate(value, t) : value
}

const isFunction = (value: unknown): value is (...values: unknown[]) => unknown =>
  typeof value === 'function'
