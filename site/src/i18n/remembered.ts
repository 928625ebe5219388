/** What a function of a few words gives, kept from its first call on: for what is costly to make, and made of few words. */
export function remembered<Args extends readonly string[], Made>(make: (...args: Args) => Made) {
  const known = new Map<string, Made>()
  return (...args: Args): Made => {
    const key = args.join('\n')
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(...args)
    known.set(key, made)
    return made
  }
}
