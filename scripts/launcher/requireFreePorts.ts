import {createServer} from 'node:net'

/** Throws one sentence that names every taken port, its variable, and what to do. */
export async function requireFreePorts(ports: Record<string, number>): Promise<void> {
  const checks = Object.entries(ports).map(async ([name, port]) => ({
    name,
    port,
    free: await isFree(port),
  }))
  const taken = (await Promise.all(checks)).filter(({free}) => !free)
  if (taken.length === 0) return
  const list = taken.map(({name, port}) => `port ${port} (${name.toUpperCase()}_PORT)`).join(', ')
  throw new Error(
    `Taken already: ${list}. Is it running in another window? Stop what runs there, or choose others, for example ${taken[0]?.name.toUpperCase()}_PORT=${(taken[0]?.port ?? 0) + 1000} npm start.`,
  )
}

function isFree(port: number) {
  return new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
