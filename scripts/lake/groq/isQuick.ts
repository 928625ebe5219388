import type {SyntaxNode} from 'groq-js'

import {ApiError} from '../errors.ts'
import {parseQuery} from './parseQuery.ts'
import {constraintsOf} from './plan.ts'
import {isSimple} from './isSimple.ts'
import {walkTree} from './walkTree.ts'

/** Longer queries are not looked at: that would take time of the server itself. */
const LONGEST_LOOKED_AT = 5_000

const MOST_IDS = 200

/**
 * Whether a query reads nothing but a few documents by their ids, and makes little of them, so that it need not wait behind
 * what reads more. What cannot be parsed is quick, too: it is refused.
 */
export function isQuick(query: string, params: Record<string, unknown>): boolean {
  if (query.length > LONGEST_LOOKED_AT) return false
  try {
    const tree = parseQuery(query, {params})
    return isSimple(tree) && readsByIds([...walkTree(tree)].map(({node}) => node))
  } catch (error) {
    if (error instanceof ApiError) return true
    throw error
  }
}

function readsByIds(nodes: readonly SyntaxNode[]) {
  const scans = nodes.filter(({type}) => type === 'Everything')
  const selections = nodes.flatMap((node) => idsOf(node) ?? [])
  const ids = selections.reduce((sum, count) => sum + count, 0)
  return scans.length === selections.length && ids <= MOST_IDS
}

/** How many ids a filter of all documents lets through; nothing for any other node. */
function idsOf(node: SyntaxNode): number | undefined {
  if (node.type !== 'Filter' || node.base.type !== 'Everything') return
  const constraints = constraintsOf(node.expr)
  if (!constraints?.every(({by}) => by === 'id')) return
  return constraints.reduce((sum, {values}) => sum + values.length, 0)
}
