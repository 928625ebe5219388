import type {ArrayElementNode, ExprNode, OpCallNode, SyntaxNode} from 'groq-js'

import {changeTree, walkTree} from './walkTree.ts'

/** The field, hidden from projections, in which `withText` puts all text of a document. */
const TEXT_FIELD = '__text'

/**
 * Rewrites `a match text::query("élan")`, which groq-js cannot evaluate, into plain matches: every word must
 * occur, with or without its accents. `@` stands for all text of the document; an empty text matches all.
 * @see https://www.sanity.io/docs/groq-functions#text-query
 */
export function replaceTextQueries(tree: ExprNode): ExprNode {
  return [...walkTree(tree)].some(({node}) => isTextQuery(node))
    ? changeTree(tree, (node) => (isTextMatch(node) ? plainMatch(node) : node))
    : tree
}

/** Whether evaluating a tree needs documents that went through `withText`. */
export function readsText(tree: ExprNode) {
  return [...walkTree(tree)].some(
    ({node}) => node.type === 'AccessAttribute' && node.name === TEXT_FIELD,
  )
}

/** A copy of a document that also offers all its text, as it is and without accents, for `match`. */
export function withText<T extends object>(document: T): T {
  return Object.defineProperty({...document}, TEXT_FIELD, {
    get: () => [...textsIn(document)].flatMap((text) => [text, withoutAccents(text)]),
    enumerable: false,
  })
}

function isTextQuery(node: SyntaxNode) {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'
}

function isTextMatch(node: SyntaxNode): node is OpCallNode {
  return node.type === 'OpCall' && node.op === 'match' && isTextQuery(node.right)
}

function plainMatch({left, right}: OpCallNode): ExprNode {
  const asked = right.type === 'FuncCall' ? right.args[0] : undefined
  const text = asked?.type === 'Value' ? asked.value : undefined
  if (typeof text !== 'string') return {type: 'Value', value: null}
  if (text.trim() === '' || text.trim() === '*') return {type: 'Value', value: true}
  return {type: 'Or', left: match(left, text), right: match(left, withoutAccents(text))}
}

function match(left: ExprNode, pattern: string): ExprNode {
  return {
    type: 'OpCall',
    op: 'match',
    left: spelledOut(left),
    right: {type: 'Value', value: pattern},
  }
}

/** `@` matches no text by itself; it becomes the list of all texts below it. */
function spelledOut(left: ExprNode): ExprNode {
  if (left.type === 'This') return {type: 'AccessAttribute', name: TEXT_FIELD}
  if (left.type !== 'Array') return left
  return {type: 'Array', elements: left.elements.map(spelledOutElement)}
}

function spelledOutElement(element: ArrayElementNode): ArrayElementNode {
  if (element.value.type !== 'This') return element
  return {...element, value: {type: 'AccessAttribute', name: TEXT_FIELD}, isSplat: true}
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (!key.startsWith('_')) yield* textsIn(part)
  }
}

function withoutAccents(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}
