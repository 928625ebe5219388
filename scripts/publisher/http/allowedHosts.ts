/** The values of the Host header that mean this server. Others are a name that was made to point here. */
export function allowedHosts(port: number): ReadonlySet<string> {
  return new Set([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
}
