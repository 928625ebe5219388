import {createHash} from 'node:crypto'

const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

/**
 * The Content-Security-Policy of a Studio page: it may talk to itself and to its lake, and to nobody else. Inline
 * scripts are those of the page, by their digest. An empty `lakeUrl` allows hosted Sanity instead.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentPolicy(html: string, lakeUrl: string): string {
  const {http} = hostsOf(lakeUrl)
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => digest(script))
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' ${http} data: blob:`,
    `media-src 'self' ${http} blob:`,
    connectPolicy(lakeUrl),
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    `frame-src 'self' http://localhost:* http://127.0.0.1:*`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Whom the Studio may talk to: the part of the policy that also holds while developing. */
export function connectPolicy(lakeUrl: string): string {
  const {http, socket} = hostsOf(lakeUrl)
  return `connect-src 'self' ${http} ${socket}`
}

const HOSTED = {
  http: 'https://*.api.sanity.io https://api.sanity.io https://cdn.sanity.io',
  socket: 'wss://*.api.sanity.io',
}

function hostsOf(lakeUrl: string) {
  if (lakeUrl === '') return HOSTED
  const {origin} = new URL(lakeUrl)
  return {http: origin, socket: origin.replace(/^http/, 'ws')}
}

const digest = (script: string) =>
  `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`
