import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'

import {excessOfSource, excessOfTree} from './limits.ts'
import {queryParseError} from './queryErrors.ts'
import {replaceTextQueries} from './textQuery.ts'

interface ParseOptions {
  params: Record<string, unknown>
  /** `delta` allows `before()`, `after()` and `delta::…`, which only filters of webhooks may use. */
  mode?: 'normal' | 'delta'
}

/**
 * Parses a query with the values of its parameters put in their places.
 * Throws 400 that says where the query is broken, or which limit it exceeds.
 */
export function parseQuery(query: string, {params, mode = 'normal'}: ParseOptions): ExprNode {
  const tooLong = excessOfSource(query)
  if (tooLong) throw queryParseError(tooLong, `${query.slice(0, 200)}…`)
  const tree = replaceTextQueries(parseSource(query, {params, mode}))
  const excess = excessOfTree(tree)
  if (excess) throw queryParseError(excess, query)
  return tree
}

function parseSource(query: string, options: Required<ParseOptions>) {
  try {
    return parse(query, options)
  } catch (error) {
    if (error instanceof RangeError) {
      throw queryParseError('The query is nested too deeply. Flatten it.', query, 0, error)
    }
    const at = error instanceof GroqSyntaxError ? error.position : undefined
    throw queryParseError(error instanceof Error ? error.message : String(error), query, at, error)
  }
}
