import type {ExprNode} from 'groq-js'

import {evaluateTree} from './evaluateTree.ts'
import {parseQuery} from './parseQuery.ts'
import {queryParseError} from './queryErrors.ts'

interface Match {
  query: string
  params: Record<string, unknown>
  identity: string
  before: object | null
  after: object | null
}

/**
 * Whether a listener's query selects a document as it was and as it is. Only the filters right after its `*`
 * count; projections, order and slices do not. The document is all there is: joins and sub-queries find nothing.
 */
export async function evaluateMatch({query, params, identity, before, after}: Match) {
  const filters = filtersOf(parseQuery(query, {params}), query)
  const selects = async (document: object | null) =>
    document !== null && (await passes(document, filters, identity))
  return {before: await selects(before), after: await selects(after)}
}

function filtersOf(tree: ExprNode, query: string): ExprNode[] {
  if (tree.type === 'Everything') return []
  if (!('base' in tree) || !tree.base) {
    throw queryParseError('A listener needs a query of documents: *[ … ].', query, 0)
  }
  const inner = filtersOf(tree.base, query)
  const isOfDocuments = tree.type === 'Filter' && unwrapped(tree.base)
  return isOfDocuments ? [...inner, tree.expr] : inner
}

/** Whether nothing but filters stands between an expression and its `*`. */
function unwrapped(tree: ExprNode): boolean {
  return tree.type === 'Everything' || (tree.type === 'Filter' && unwrapped(tree.base))
}

async function passes(document: object, filters: ExprNode[], identity: string) {
  const tree = filters.reduce<ExprNode>((base, expr) => ({type: 'Filter', base, expr}), {
    type: 'Everything',
  })
  const found = await evaluateTree(tree, {dataset: [document], identity})
  return Array.isArray(found) && found.length > 0
}
