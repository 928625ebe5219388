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
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text
}

const LONGEST = 80
