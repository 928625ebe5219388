import type {ExprNode} from 'groq-js'

import {ApiError} from '../errors.ts'
import {isSimple} from '../groq/isSimple.ts'
import {parseQuery} from '../groq/parseQuery.ts'
import {constraintsOf} from '../groq/plan.ts'
import type {ListenRequest} from './listener.ts'
import type {ListenedChange} from './mutationEvents.ts'

/** What can be said without evaluating a listener's query: whether it may select a document. */
export interface Sieve {
  /** By the id alone. */
  mayBe: (id: string) => boolean
  /** By id and type, before or after a change. */
  maySelect: (change: Pick<ListenedChange, 'documentId' | 'before' | 'after'>) => boolean
  /** Whether the query only compares fields, so that evaluating it takes little time. */
  isSimple: boolean
}

/**
 * Most listeners name the ids or types they wait for, and most changes are of others. A query that makes no sense lets all
 * through: who evaluates it says why.
 */
export function createSieve({query, params}: Pick<ListenRequest, 'query' | 'params'>): Sieve {
  const tree = parsed(query, params)
  const filter = tree && firstFilter(tree)
  const constraints = filter && constraintsOf(filter)
  const simple = tree !== undefined && isSimple(tree)
  if (!constraints) return {mayBe: () => true, maySelect: () => true, isSimple: simple}
  const ids = new Set(constraints.flatMap((one) => (one.by === 'id' ? one.values : [])))
  const types = new Set(constraints.flatMap((one) => (one.by === 'type' ? one.values : [])))
  const needsMore = constraints.some(({by}) => by === 'reference')
  const isOfType = (document: ListenedChange['before']) =>
    document !== null && types.has(document._type)
  return {
    mayBe: (id) => needsMore || types.size > 0 || ids.has(id),
    maySelect: ({documentId, before, after}) =>
      needsMore || ids.has(documentId) || isOfType(before) || isOfType(after),
    isSimple: simple,
  }
}

function parsed(query: string, params: ListenRequest['params']) {
  try {
    return parseQuery(query, {params})
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

/** The filter right after the `*`. */
function firstFilter(tree: ExprNode): ExprNode | undefined {
  if (tree.type === 'Filter' && tree.base.type === 'Everything') return tree.expr
  return 'base' in tree && tree.base ? firstFilter(tree.base) : undefined
}
