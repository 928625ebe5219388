/** The origins whose pages may call the lake: the given ports of this machine, over http, and nothing else. */
export function allowedOrigins(ports: readonly number[]): ReadonlySet<string> {
  return new Set(ports.flatMap((port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]))
}
