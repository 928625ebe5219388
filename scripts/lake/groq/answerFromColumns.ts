import type {ExprNode, SyntaxNode} from 'groq-js'

import {COLUMN_FIELDS} from './createColumnReader.ts'
import type {StoredDocument} from './openDocuments.ts'
import {changeTree, childrenOf, outermostNodes} from './walkTree.ts'

interface Answering {
  /** Evaluates a query over documents that have only the fields of columns. */
  evaluateThin: (tree: ExprNode) => Promise<unknown>
  /** The whole document. */
  read: (id: string) => StoredDocument | undefined
}

/**
 * Evaluates those parts of a query that read nothing but columns, such as `*[_type in $types]{_id, _rev}` or
 * `*[_type == "x"] | order(_id)[0...40]`, and puts their results in their places. No document is read whole but the ones
 * that are asked for whole.
 */
export async function answerFromColumns(tree: ExprNode, {evaluateThin, read}: Answering) {
  const answers = new Map<SyntaxNode, ExprNode>()
  for (const part of outermostNodes(tree, isAnswerable)) {
    const result = await evaluateThin(part)
    const value = givesDocuments(part) ? inFull(result, read) : result
    answers.set(part, {type: 'Value', value})
  }
  return answers.size === 0 ? tree : changeTree(tree, (copy, part) => answers.get(part) ?? copy)
}

function inFull(result: unknown, read: Answering['read']): unknown {
  if (Array.isArray(result)) return result.map((item) => inFull(item, read))
  return isIdentified(result) ? read(result._id) : result
}

/** Whether a part of a query, as it stands there, can be evaluated over columns alone. */
function isAnswerable(node: SyntaxNode): node is ExprNode {
  return node.type !== 'Everything' && (givesDocuments(node) || givesFields(node))
}

/** `*`, and what is left of it after filters, order and slices that read only columns. */
function givesDocuments(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'Everything':
      return true
    case 'Filter':
      return givesDocuments(node.base) && readsColumns(node.expr)
    case 'PipeFuncCall':
      return node.name === 'order' && givesDocuments(node.base) && node.args.every(readsColumns)
    case 'Slice':
    case 'AccessElement':
    case 'Group':
    case 'ArrayCoerce':
      return givesDocuments(node.base)
    default:
      return false
  }
}

/** How many such documents there are, one column of each, or an object of columns of each. */
function givesFields(node: SyntaxNode): boolean {
  if (node.type === 'FuncCall') {
    return node.namespace === 'global' && node.name === 'count' && node.args.every(givesDocuments)
  }
  if (node.type !== 'Map' || !givesDocuments(node.base)) return false
  const {expr} = node
  if (expr.type === 'AccessAttribute') return expr.base?.type === 'This' && isColumn(expr.name)
  return (
    expr.type === 'Projection' &&
    expr.base.type === 'This' &&
    expr.expr.type === 'Object' &&
    expr.expr.attributes.every(
      (attribute) => attribute.type === 'ObjectAttributeValue' && readsColumns(attribute.value),
    )
  )
}

/** What combines values without reading more of the document than its parts do. */
const COMBINING = new Set([
  'Value',
  'And',
  'Or',
  'Not',
  'Group',
  'OpCall',
  'Array',
  'ArrayElement',
  'Asc',
  'Desc',
])
const COMBINING_FUNCTIONS = new Set(['global::defined', 'global::path', 'string::startsWith'])

function readsColumns(node: SyntaxNode): boolean {
  if (node.type === 'AccessAttribute') return !node.base && isColumn(node.name)
  const combines =
    node.type === 'FuncCall'
      ? COMBINING_FUNCTIONS.has(`${node.namespace}::${node.name}`)
      : COMBINING.has(node.type)
  return combines && childrenOf(node).every(readsColumns)
}

const isColumn = (name: string) => COLUMN_FIELDS.has(name)

function isIdentified(value: unknown): value is {_id: string} {
  return (
    typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'
  )
}
