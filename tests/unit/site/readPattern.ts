import {IntlMessageFormat} from 'intl-messageformat'

/** What a message pattern asks for. */
export interface PatternFacts {
  /** Placeholders whose value is shown; every language shows the same. */
  shown: string[]
  /** Placeholders that only choose a wording; a language may need no choice. */
  choosing: string[]
  /** The categories of each of its plurals. */
  plurals: string[][]
}

/** Reads a message pattern (ICU MessageFormat). */
export function readPattern(pattern: string): PatternFacts {
  const nodes = walk(new IntlMessageFormat(pattern, 'en', undefined, {ignoreTag: true}).getAst())
  const names = (choosing: boolean) =>
    [
      ...new Set(nodes.filter((node) => node.choosing === choosing).map(({name}) => name)),
    ].toSorted()
  return {
    shown: names(false),
    choosing: names(true),
    plurals: nodes.map(({categories}) => categories).filter((each) => each.length > 0),
  }
}

interface PatternNode {
  name: string
  choosing: boolean
  categories: string[]
}

/** Every argument of a parsed pattern; literals and the number sign have no name. */
function walk(value: unknown): PatternNode[] {
  if (Array.isArray(value)) return value.flatMap(walk)
  if (typeof value !== 'object' || value === null) return []
  if (!('type' in value) || value.type === LITERAL || !('value' in value)) return []
  const options = 'options' in value && isOptions(value.options) ? value.options : {}
  const categories = 'pluralType' in value ? Object.keys(options) : []
  const choosing = Object.keys(options).length > 0
  return [
    {name: String(value.value), choosing, categories},
    ...Object.values(options).flatMap((option) => walk(option.value)),
  ]
}

const LITERAL = 0

function isOptions(value: unknown): value is Record<string, {value: unknown}> {
  return typeof value === 'object' && value !== null
}
