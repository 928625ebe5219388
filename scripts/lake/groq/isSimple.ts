import type {ExprNode, SyntaxNode} from 'groq-js'

import {walkTree} from './walkTree.ts'

const MOST_NODES = 500

/** What takes about as long as the values that it reads are large. */
const SIMPLE = new Set<SyntaxNode['type']>([
  'AccessAttribute',
  'AccessElement',
  'And',
  'Array',
  'ArrayCoerce',
  'ArrayElement',
  'Asc',
  'Deref',
  'Desc',
  'Everything',
  'Filter',
  'FlatMap',
  'Group',
  'Map',
  'Not',
  'Object',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'Or',
  'Parent',
  'Projection',
  'Select',
  'SelectAlternative',
  'Slice',
  'This',
  'Value',
])

const SIMPLE_OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

const SIMPLE_FUNCTIONS = new Set([
  'global::coalesce',
  'global::count',
  'global::dateTime',
  'global::defined',
  'global::identity',
  'global::length',
  'global::now',
  'global::path',
  'global::references',
  'sanity::dataset',
  'sanity::projectId',
  'string::startsWith',
])

/** Whether a query does nothing to the documents it reads but choose among them and their fields: no search, no making of texts or lists. */
export function isSimple(tree: ExprNode): boolean {
  let count = 0
  for (const {node} of walkTree(tree)) {
    count += 1
    if (count > MOST_NODES || !isSimpleNode(node)) return false
  }
  return true
}

function isSimpleNode(node: SyntaxNode) {
  if (node.type === 'OpCall') return SIMPLE_OPERATORS.has(node.op)
  if (node.type === 'FuncCall') return SIMPLE_FUNCTIONS.has(`${node.namespace}::${node.name}`)
  if (node.type === 'PipeFuncCall') return node.name === 'order'
  return SIMPLE.has(node.type)
}
