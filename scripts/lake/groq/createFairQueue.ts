interface FairQueueOptions {
  /** How many items of one client may wait. */
  mostOfOne: number
  /** How many may wait in all. Past it, the client with the most waiting loses its newest. */
  most: number
}

/** A queue that serves clients in turn: one item of each, in the order in which they came. */
export function createFairQueue<Item>({mostOfOne, most}: FairQueueOptions) {
  /** The client whose turn is next comes first. */
  const turns = new Map<string, Item[]>()
  let size = 0

  function remove(client: string, item: Item) {
    const items = turns.get(client) ?? []
    const place = items.lastIndexOf(item)
    if (place < 0) return
    items.splice(place, 1)
    size -= 1
    if (items.length === 0) turns.delete(client)
  }

  /** The newest item of the client that has the most waiting. */
  function dispensable() {
    const [longest] = [...turns].toSorted(([, a], [, b]) => b.length - a.length)
    const item = longest?.[1].at(-1)
    return longest && item !== undefined ? {client: longest[0], item} : undefined
  }

  return {
    size: () => size,

    /** Whether anything waits that may be served. */
    has: (mayServe: (client: string) => boolean = () => true) => turns.keys().some(mayServe),

    /** Lets an item wait. Returns the one that has to go for it, which may be the item itself. */
    add(client: string, item: Item): Item | undefined {
      const items = turns.get(client) ?? []
      if (items.length >= mostOfOne) return item
      items.push(item)
      turns.set(client, items)
      size += 1
      if (size <= most) return
      const excess = dispensable()
      if (excess) remove(excess.client, excess.item)
      return excess?.item
    },

    /** Takes the item whose turn it is; clients that may not be served keep their turn. */
    take(mayServe: (client: string) => boolean = () => true): Item | undefined {
      for (const [client, items] of turns) {
        if (!mayServe(client)) continue
        const item = items.shift()
        turns.delete(client)
        if (items.length > 0) turns.set(client, items)
        size -= 1
        return item
      }
      return
    },

    remove,
  }
}
