/**
 * The values of the Host header that mean a server on this machine. Others are a name that was made to point here; no name
 * server can answer for what ends in `localhost`. A plain Studio calls its lake by the name of its project.
 */
export function allowedHosts(port: number, projectId?: string): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]']
  if (projectId !== undefined) names.push(`${projectId}.localhost`)
  return new Set(names.map((name) => `${name}:${port}`))
}
