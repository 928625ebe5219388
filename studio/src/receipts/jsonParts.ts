/** The object that `value` must be. Each of these throws where the publisher's answer has something else as `name`. */
export function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unexpected(name, value)
  }
  return {...value}
}

/** The list that `value` must be, each member of it parsed. */
export function list<Item>(value: unknown, name: string, parse: (item: unknown) => Item): Item[] {
  if (!Array.isArray(value)) throw unexpected(name, value)
  return value.map((item: unknown) => parse(item))
}

/** The string that `value` must be. */
export function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw unexpected(name, value)
  return value
}

/** The string that `value` must be where it is not `null`. */
export const textOrNull = (value: unknown, name: string): string | null =>
  value === null ? null : text(value, name)

/** The one of some choices that `value` must be. */
export function oneOf<Choice>(choices: readonly Choice[], value: unknown, name: string): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw unexpected(name, value)
  return found
}

/** What to throw where the publisher told something else than it should. */
export const unexpected = (name: string, value: unknown): Error =>
  new Error(`The publisher's answer has something unexpected as ${name}: ${String(value)}.`)
