/** One step into a document, as Sanity writes paths: a field, a member by its key, or by its place where it has none. */
export type PathStep = string | number | {_key: string}

/** Something in a document that the site leaves out, and where an officer can mend it. */
export interface Finding {
  document: string
  /** From the document down to the value, as Sanity writes paths. */
  path: readonly PathStep[]
  /** The language of the value; `null` for facts, which have none. */
  language: string | null
  /** What belongs there: an English sentence, which the Studio translates. */
  expected: string
  /** What stands there, shortened. */
  found: string
}

/** A path in one line: `takeaways[_key=="t1"].title`. */
export const pathText = (path: readonly PathStep[]): string =>
  path
    .map((step, index) => {
      if (typeof step === 'string') return index === 0 ? step : `.${step}`
      return typeof step === 'number' ? `[${step}]` : `[_key=="${step._key}"]`
    })
    .join('')

/** A value in one short line, for people. */
export function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : startOfJson(value, LONGEST)
  return (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).toWellFormed()
}

const LONGEST = 80

/** The JSON of a value as far as there is room, and a little more: values may be long, and nested without end. */
function startOfJson(value: unknown, room: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room + 1))
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  let text = isList ? '[' : '{'
  for (const [name, child] of Object.entries(value)) {
    if (text.length > 1) text += ','
    if (!isList) text += `${startOfJson(name, room)}:`
    if (text.length > room) return text
    text += startOfJson(child, room - text.length)
  }
  return text + (isList ? ']' : '}')
}
