/** The lines of a text, each as soon as it is whole; a line ends in `\n` and nowhere else, as JSON may hold other line breaks. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  let rest = ''
  for await (const chunk of bytes) {
    const [end = '', ...others] = decoder.decode(chunk, {stream: true}).split('\n')
    rest += end
    for (const line of others) {
      yield rest
      rest = line
    }
  }
  yield rest + decoder.decode()
}
