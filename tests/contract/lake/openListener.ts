/** A server-sent event as it came over the wire; `data` is parsed. */
export interface WireEvent {
  event: string
  id: string | undefined
  data: Record<string, unknown>
}

/** Reads an event stream without a client, so that a test sees ids and can break the connection. */
export async function openListener(url: string, lastEventId?: string) {
  const abort = new AbortController()
  const response = await fetch(url, {
    signal: abort.signal,
    headers: lastEventId === undefined ? {} : {'last-event-id': lastEventId},
  })
  const events = wireEvents(response)

  return {
    response,
    async take(count: number): Promise<WireEvent[]> {
      const taken: WireEvent[] = []
      while (taken.length < count) {
        const {done, value} = await events.next()
        if (done) throw new Error(`The stream ended after ${taken.length} of ${count} events.`)
        taken.push(value)
      }
      return taken
    },
    close: () => abort.abort(),
  }
}

async function* wireEvents(response: Response): AsyncGenerator<WireEvent, void> {
  let waiting = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = `${waiting}${chunk}`.split('\n\n')
    waiting = blocks.pop() ?? ''
    yield* blocks.filter((block) => !block.startsWith(':')).map(wireEvent)
  }
}

function wireEvent(block: string): WireEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ')
      return [name, rest.join(': ')]
    }),
  )
  return {
    event: fields.get('event') ?? 'message',
    id: fields.get('id'),
    data: JSON.parse(fields.get('data') ?? '{}'),
  }
}
