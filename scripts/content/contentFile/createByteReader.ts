/** Reads chunks of bytes by length. */
export interface ByteReader {
  /** The next bytes, which stay where they are; fewer at the end. */
  peek: (length: number) => Promise<Buffer>
  /** The next bytes; fewer at the end. */
  read: (length: number) => Promise<Buffer>
  /** The same in chunks, however many they are. */
  stream: (length: number) => AsyncGenerator<Buffer>
  /** Ends the source early. */
  close: () => Promise<void>
}

export function createByteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function fill(length: number) {
    while (held.length < length) {
      const next = await source.next()
      if (next.done) return
      held = Buffer.concat([held, next.value])
    }
  }

  function take(length: number) {
    const taken = held.subarray(0, length)
    held = held.subarray(taken.length)
    return taken
  }

  return {
    async peek(length) {
      await fill(length)
      return held.subarray(0, length)
    },
    async read(length) {
      await fill(length)
      return take(length)
    },
    async *stream(length) {
      for (let left = length; left > 0;) {
        await fill(1)
        const chunk = take(left)
        if (chunk.length === 0) return
        left -= chunk.length
        yield chunk
      }
    },
    async close() {
      await source.return?.()
    },
  }
}
