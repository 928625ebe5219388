import type {ExprNode, SyntaxNode} from 'groq-js'

/** A node with its depth. A chain of `||`, `&&` or one operator counts as one level, however long. */
export interface VisitedNode {
  node: SyntaxNode
  depth: number
}

/** Every node of a parsed query, without recursion, so that no depth of nesting can overflow the stack. */
export function* walkTree(root: SyntaxNode): Generator<VisitedNode> {
  const open: VisitedNode[] = [{node: root, depth: 1}]
  for (let visited = open.pop(); visited; visited = open.pop()) {
    yield visited
    for (const child of childrenOf(visited.node)) {
      const depth = continuesChain(visited.node, child) ? visited.depth : visited.depth + 1
      open.push({node: child, depth})
    }
  }
}

/** The outermost nodes of a parsed query that pass a test: what lies inside one of them is not looked at. */
export function* outermostNodes<T extends SyntaxNode>(
  root: SyntaxNode,
  passes: (node: SyntaxNode) => node is T,
): Generator<T> {
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (passes(node)) yield node
    else open.push(...childrenOf(node))
  }
}

/** Makes a node of `copy`, in which the parts are changed already; `original` is what it was in the tree. */
type Change = (copy: SyntaxNode, original: SyntaxNode) => SyntaxNode
type Enters = (node: SyntaxNode, part: string) => boolean

/** A copy of a parsed query in which `change` has replaced each node, innermost first. */
export function changeTree(root: ExprNode, change: Change, enters: Enters = () => true): ExprNode {
  const changed = changeNode(root, change, enters)
  if (!isExpression(changed)) throw new TypeError(`A ${changed.type} node is not an expression.`)
  return changed
}

/**
 * Like `changeTree`, but only for what is read with the same `@` as `root`: what is read once for
 * each item of a list, or inside a projection, is left as it is.
 */
export function changeInScope(root: ExprNode, change: Change): ExprNode {
  return changeTree(root, change, ({type}, part) =>
    type === 'PipeFuncCall' ? part !== 'args' : part !== 'expr',
  )
}

/** Whether a node is an expression of its own, and not a part of an array, an object or a select. */
function isExpression(node: SyntaxNode): node is ExprNode {
  return node.type !== 'ArrayElement' && node.type !== 'SelectAlternative' && !isAttribute(node)
}

function isAttribute(node: SyntaxNode) {
  return node.type.startsWith('Object') && node.type !== 'Object'
}

function changeNode(node: SyntaxNode, change: Change, enters: Enters): SyntaxNode {
  if (node.type === 'Value') return change(node, node)
  const copy: unknown = Object.fromEntries(
    Object.entries(node).map(([key, part]) => [
      key,
      enters(node, key) ? changePart(part, change, enters) : part,
    ]),
  )
  return isNode(copy) ? change(copy, node) : node
}

function changePart(part: unknown, change: Change, enters: Enters): unknown {
  if (Array.isArray(part)) return part.map((item) => changePart(item, change, enters))
  return isNode(part) ? changeNode(part, change, enters) : part
}

/** The nodes that a node is directly made of. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'Value' ? [] : Object.values(node).flat().filter(isNode)
}

function continuesChain(parent: SyntaxNode, child: SyntaxNode) {
  if (parent.type === 'OpCall') return child.type === 'OpCall' && child.op === parent.op
  return parent.type === child.type && (parent.type === 'Or' || parent.type === 'And')
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}
