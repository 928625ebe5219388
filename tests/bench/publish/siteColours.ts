import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const TOKENS = join(import.meta.dirname, '..', '..', '..', 'site', 'src', 'styles', 'tokens.css')

/** A colour of the site by its token, on light and on dark ground. Throws when the site has no such token. */
export function siteColour(token: string): {light: string; dark: string} {
  const pattern = new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`)
  const [, light, dark] = pattern.exec(readFileSync(TOKENS, 'utf8')) ?? []
  if (!light || !dark)
    throw new Error(`${TOKENS} has no --${token} with a light and a dark colour.`)
  return {light, dark}
}
