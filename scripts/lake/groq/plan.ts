import type {ExprNode, OpCallNode, SyntaxNode} from 'groq-js'

import {changeTree, walkTree} from './walkTree.ts'

/**
 * Something every document that a filter lets through has in common, and that an index can answer.
 * Several of them mean: at least one holds.
 */
export type Constraint =
  | {by: 'id'; values: string[]}
  | {by: 'type'; values: string[]}
  | {by: 'reference'; values: string[]}

/** Where candidates come from: the documents that meet one of the constraints, or all documents. */
export interface DocumentSource {
  candidates(constraints: Constraint[]): unknown[]
  all(): unknown[]
}

/**
 * Puts in the place of each `*[…]` whose filter an index can answer the list of documents that may pass it;
 * the filter itself stays, and still decides. `dataset` is what any other `*` of the query reads.
 */
export function plan(tree: ExprNode, source: DocumentSource) {
  const planned = changeTree(tree, (node) => narrowed(node, source))
  return {tree: planned, dataset: readsEverything(planned) ? source.all() : []}
}

/** The constraints that follow from a filter, or nothing where only reading every document can tell. */
export function constraintsOf(filter: ExprNode): Constraint[] | undefined {
  switch (filter.type) {
    case 'Group':
      return constraintsOf(filter.base)
    case 'And':
      return tighter(constraintsOf(filter.left), constraintsOf(filter.right))
    case 'Or':
      return either(constraintsOf(filter.left), constraintsOf(filter.right))
    case 'OpCall':
      return comparison(filter)
    case 'FuncCall':
      return filter.name === 'references' ? reference(filter.args) : undefined
    default:
      return undefined
  }
}

function narrowed(node: SyntaxNode, source: DocumentSource): SyntaxNode {
  if (node.type !== 'Filter' || node.base.type !== 'Everything') return node
  const constraints = constraintsOf(node.expr)
  return constraints
    ? {...node, base: {type: 'Value', value: source.candidates(constraints)}}
    : node
}

function readsEverything(tree: ExprNode) {
  return [...walkTree(tree)].some(
    ({node}) =>
      node.type === 'Everything' || (node.type === 'FuncCall' && node.namespace === 'releases'),
  )
}

const TIGHTNESS = {id: 2, reference: 1, type: 0}

function tighter(left: Constraint[] | undefined, right: Constraint[] | undefined) {
  if (!left || !right) return left ?? right
  return tightness(left) >= tightness(right) ? left : right
}

function tightness(constraints: Constraint[]) {
  return Math.min(...constraints.map(({by}) => TIGHTNESS[by]))
}

function either(left: Constraint[] | undefined, right: Constraint[] | undefined) {
  return left && right ? [...left, ...right] : undefined
}

function comparison({op, left, right}: OpCallNode) {
  if (op === '==') return equality(left, right) ?? equality(right, left)
  return op === 'in' ? membership(left, right) : undefined
}

function equality(field: ExprNode, value: ExprNode) {
  return constraint(field, constantOf(value))
}

function membership(field: ExprNode, list: ExprNode) {
  return constraint(field, list.type === 'Array' ? elementsOf(list) : constantOf(list), true)
}

/** Only texts narrow: a document without a type equals `null`, and only the filter knows. */
function constraint(field: ExprNode, value: unknown, isList = false): Constraint[] | undefined {
  const by = indexOf(field)
  const values = isList ? value : [value]
  return by && isTexts(values) ? [{by, values}] : undefined
}

function indexOf(field: ExprNode) {
  if (field.type !== 'AccessAttribute' || field.base) return
  return field.name === '_id' ? 'id' : field.name === '_type' ? 'type' : undefined
}

function reference(args: ExprNode[]): Constraint[] | undefined {
  const values = args.flatMap((arg) => (arg.type === 'Array' ? elementsOf(arg) : constantOf(arg)))
  return isTexts(values) ? [{by: 'reference', values}] : undefined
}

function elementsOf(list: ExprNode): unknown[] | undefined {
  if (list.type !== 'Array' || list.elements.some(({isSplat}) => isSplat)) return
  return list.elements.map(({value}) => constantOf(value))
}

/** The value of a literal or a parameter; `undefined` where it differs from document to document. */
function constantOf(node: ExprNode): unknown {
  return node.type === 'Value' ? node.value : undefined
}

function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string')
}
