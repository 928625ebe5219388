/** Numbers that look like chance and are the same in every run: they follow from the seed alone. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** A whole number, both ends included. */
  integer(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
}

/**
 * A stream of its own for each seed, so that the text of one document does not depend on the others.
 * @see https://en.wikipedia.org/wiki/Fowler–Noll–Vo_hash_function for the seed, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c for mulberry32
 */
export function randomOf(seed: string): Random {
  let state = fnv1a(seed)
  function fraction() {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function pick<Item>(items: readonly Item[]): Item {
    const picked = items[Math.floor(fraction() * items.length)]
    if (picked === undefined) throw new Error('Nothing can be picked from an empty list.')
    return picked
  }
  return {
    fraction,
    integer: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    pick,
  }
}

function fnv1a(text: string) {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}
