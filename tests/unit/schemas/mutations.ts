import {isRecord} from '@coworkmed/schemas/isRecord'
import fc from 'fast-check'

import type {Stored} from './anyDocument.ts'
import {anyJson, anyText} from './anyJson.ts'

/** One thing that a script, an import or an older Studio does to a document. */
export interface Mutation {
  what: (typeof KINDS)[number]
  /** Which of the places in the document; counted round. */
  at: number
  other: number
  value: unknown
  text: string
}

const KINDS = [
  'replace',
  'retext',
  'remove',
  'swap',
  'repeat',
  'insert',
  'add',
  'wrap',
  'retype',
  'relabel',
  'hide',
] as const

/** One to five of them. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...KINDS),
    at: fc.nat(),
    other: fc.nat(),
    value: anyJson,
    text: anyText,
  }),
  {minLength: 1, maxLength: 5},
)

/** The document after these; its id and type stay. */
export function mutated(document: Stored, changes: readonly Mutation[]): Stored {
  const {_id, _type, ...fields} = document
  let changed: Record<string, unknown> = fields
  for (const mutation of changes) {
    const next = applied(changed, mutation)
    if (isRecord(next)) changed = next
  }
  return {...copyOf(changed), _id, _type}
}

/** A copy in which nothing stands at two places, as in JSON. */
function copyOf(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, copy(value)]))
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  return isRecord(value) ? copyOf(value) : value
}

type Path = readonly (string | number)[]

function applied(fields: Record<string, unknown>, {what, at, other, value, text}: Mutation) {
  const paths = pathsIn(fields)
  const pick = (number: number, among: readonly Path[] = paths) => among[number % among.length]
  const path = pick(at)
  if (!path) return fields
  const set = (next: unknown) => withValue(fields, path, () => [next])
  const own = valueAt(fields, path)
  switch (what) {
    case 'replace':
      return set(value)
    case 'retext':
      return setOne(fields, pick(at, textsIn(fields, paths)), text)
    case 'remove':
      return withValue(fields, path, () => [])
    case 'swap': {
      const target = pick(other)
      return target ? withValue(set(valueAt(fields, target)), target, () => [own]) : fields
    }
    case 'repeat':
      return withValue(fields, path, (same) => [same, same])
    case 'insert':
      return withValue(fields, path, (same) => [value, same])
    case 'add':
      return set(isRecord(own) ? {...own, [text]: value} : own)
    case 'wrap':
      return set(other % 2 ? [own] : {value: own})
    case 'retype':
      return setOne(fields, pick(at, namedIn(paths, '_type')), text)
    case 'relabel':
      return setOne(fields, pick(at, namedIn(paths, 'language')), text)
    case 'hide':
      return {...fields, translations: [{_key: 'h', language: own, state: 'draft'}, value]}
  }
}

const setOne = (fields: unknown, path: Path | undefined, value: unknown) =>
  path ? withValue(fields, path, () => [value]) : fields

const namedIn = (paths: readonly Path[], name: string) =>
  paths.filter((path) => path.at(-1) === name)

const textsIn = (fields: unknown, paths: readonly Path[]) =>
  paths.filter((path) => typeof valueAt(fields, path) === 'string')

/** Every place within a value. */
function pathsIn(value: unknown, above: Path = []): Path[] {
  return entriesOf(value).flatMap(([step, child]) => {
    const path = [...above, step]
    return [path, ...pathsIn(child, path)]
  })
}

function valueAt(value: unknown, path: Path): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const entry = entriesOf(value).find(([name]) => name === step)
  return entry && valueAt(entry[1], rest)
}

/** A copy with other values at a place: none, one, or in an array several. */
function withValue(value: unknown, path: Path, change: (own: unknown) => unknown[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  const entries = entriesOf(value).flatMap(([name, child]): [string | number, unknown][] => {
    if (name !== step) return [[name, child]]
    const values = rest.length > 0 ? [withValue(child, rest, change)] : change(child)
    return values.map((each) => [name, each])
  })
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries)
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((child: unknown, index) => [index, child])
  return isRecord(value) ? Object.entries(value) : []
}
