import {existsSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The language folder of a built site that a browser's `Accept-Language` asks for first; `undefined` when it has none.
 * @see RFC 9110, 12.5.4
 */
export function chooseLocale(directory: string, header: string | undefined): string | undefined {
  return parseAcceptLanguage(header ?? '').find((language) =>
    existsSync(join(directory, language, 'index.html')),
  )
}

/** The primary languages of the header, most wanted first. */
function parseAcceptLanguage(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';')
      const weight = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find(Boolean)
      return {language: range.split('-')[0]?.toLowerCase() ?? '', weight: Number(weight ?? 1)}
    })
    .filter(({language, weight}) => /^[a-z]{2,3}$/.test(language) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({language}) => language)
}
