import type {Finding, PathStep} from './finding.ts'
import {shortened} from './finding.ts'

/** More than anybody reads; the rest is left out of the site as well, and found once these are mended. */
const MOST_FINDINGS = 100

/** The document being parsed, and what was found in it. */
export interface Root {
  id: string
  findings: Finding[]
  /** Its references, where somebody wants to know them. */
  references?: {place: Place; id: string; to: readonly string[]}[]
}

/** Where in a document a value stands. */
export interface Place {
  root: Root
  step?: PathStep
  above?: Place
  /** Of a value that belongs to one language. */
  language?: string
  /** Of what has dates in a time zone of its own. */
  timeZone?: string
}

/** A place one step further down. */
export const inside = (above: Place, step: PathStep): Place => ({root: above.root, step, above})

/** The step to a member of an array: by key where it has one. */
export const memberStep = (member: unknown, index: number): PathStep =>
  typeof member === 'object' &&
  member !== null &&
  '_key' in member &&
  typeof member._key === 'string'
    ? {_key: member._key}
    : index

/** Notes that a value is left out, and gives `undefined` in its place. */
export function leaveOut(place: Place, expected: string, found: unknown): undefined {
  const {id, findings} = place.root
  if (findings.length >= MOST_FINDINGS) return undefined
  const {path, language} = pathTo(place)
  findings.push({document: id, path, language, expected, found: shortened(found)})
  return undefined
}

/** The path of a place, and the language it belongs to. */
export function pathTo(place: Place) {
  const path: PathStep[] = []
  let language: string | null = null
  for (let at: Place | undefined = place; at; at = at.above) {
    if (at.step !== undefined) path.unshift(at.step)
    language ??= at.language ?? null
  }
  return {path, language}
}
