const known = new WeakMap<object, string>()

/** The JSON of a document that nobody changes any more, made once however often it is asked for. */
export function jsonOf(document: object): string {
  const kept = known.get(document)
  if (kept !== undefined) return kept
  const json = JSON.stringify(document)
  known.set(document, json)
  return json
}
