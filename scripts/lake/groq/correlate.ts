import {randomUUID} from 'node:crypto'
import type {ExprNode, FilterNode, FuncCallNode, SyntaxNode} from 'groq-js'

import type {Constraint, DocumentSource} from './plan.ts'
import {changeInScope, changeTree} from './walkTree.ts'

/**
 * Speeds up sub-queries that depend on the document around them, such as `count(*[references(^._id)])`: for each
 * such document they would read all others. Their `*` becomes a dereference of a key that only `dereference`
 * understands, and that answers the documents which an index finds. Their filter stays, and still decides.
 */
export function correlate(tree: ExprNode, source: DocumentSource & {dereference: Dereference}) {
  const lookups = createLookups(source)
  return {
    tree: changeTree(tree, (node) =>
      node.type === 'Projection' ? {...node, expr: withLookups(node.expr, lookups)} : node,
    ),
    dereference: (reference: {_ref: string}) =>
      lookups.find(reference._ref) ?? source.dereference(reference),
  }
}

type Dereference = (reference: {_ref: string}) => Record<string, unknown> | undefined
type Lookups = ReturnType<typeof createLookups>

/** What a sub-query looks for in the document around it: `key`, read where its `*` stands. */
interface Correlation {
  by: Constraint['by']
  key: ExprNode
}

/** Only what is read in the very scope of the projection: there, the `^` of a filter is the projection's `@`. */
function withLookups(projected: ExprNode, lookups: Lookups): ExprNode {
  return changeInScope(projected, (node) => {
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return node
    const correlation = correlationOf(node.expr)
    return correlation ? withLookup(node, correlation, lookups) : node
  })
}

/** A key that is not text finds nothing by an index; then all documents are read, as if nothing were planned. */
function withLookup(filter: FilterNode, {by, key}: Correlation, lookups: Lookups): FilterNode {
  const found = documentsAt({
    type: 'OpCall',
    op: '+',
    left: {type: 'Value', value: lookups.prefix[by]},
    right: key,
  })
  const all = documentsAt({type: 'Value', value: lookups.all})
  const base: FuncCallNode = {
    type: 'FuncCall',
    namespace: 'global',
    name: 'coalesce',
    args: [found, all],
  }
  return {...filter, base}
}

/** `{"_ref": key}->documents`, which `find` below answers. */
function documentsAt(key: ExprNode): ExprNode {
  const attribute = {type: 'ObjectAttributeValue', name: '_ref', value: key} as const
  const reference: ExprNode = {type: 'Object', attributes: [attribute]}
  return {type: 'AccessAttribute', base: {type: 'Deref', base: reference}, name: 'documents'}
}

/** Keys start with something no document can know, so that no reference is ever taken for one. */
function createLookups(source: DocumentSource) {
  const secret = randomUUID()
  const prefix = {id: `${secret} id `, reference: `${secret} reference `, type: `${secret} type `}
  const all = `${secret} all`

  return {
    prefix,
    all,
    find(key: string): {documents: unknown[]} | undefined {
      if (!key.startsWith(secret)) return
      if (key === all) return {documents: source.all()}
      const by = (['id', 'reference', 'type'] as const).find((kind) => key.startsWith(prefix[kind]))
      if (!by) return
      const values = [key.slice(prefix[by].length)]
      return {documents: source.candidates([{by, values}])}
    },
  }
}

function correlationOf(filter: ExprNode): Correlation | undefined {
  switch (filter.type) {
    case 'Group':
      return correlationOf(filter.base)
    case 'And':
      return correlationOf(filter.left) ?? correlationOf(filter.right)
    case 'OpCall':
      if (filter.op !== '==') return
      return sameId(filter.left, filter.right) ?? sameId(filter.right, filter.left)
    case 'FuncCall':
      return filter.name === 'references' ? refersTo(filter.args) : undefined
    default:
      return undefined
  }
}

function sameId(field: ExprNode, value: ExprNode): Correlation | undefined {
  if (field.type !== 'AccessAttribute' || field.base || field.name !== '_id') return
  const key = outerKey(value)
  return key && {by: 'id', key}
}

function refersTo(args: ExprNode[]): Correlation | undefined {
  const [argument] = args
  const key = argument && args.length === 1 ? outerKey(argument) : undefined
  return key && {by: 'reference', key}
}

/** `^.a.b` as it is read one scope further out, `a.b`; nothing for any other expression. */
function outerKey(node: SyntaxNode): ExprNode | undefined {
  if (node.type === 'Parent') return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
  if (node.type !== 'AccessAttribute' || !node.base) return
  const base = outerKey(node.base)
  return base && {type: 'AccessAttribute', base, name: node.name}
}
