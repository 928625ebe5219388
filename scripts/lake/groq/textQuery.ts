import type {ArrayElementNode, ExprNode, OpCallNode, SyntaxNode} from 'groq-js'

import {changeInScope, changeTree, walkTree} from './walkTree.ts'

/** The field, hidden from projections, in which `withText` puts all text of a document. */
const TEXT_FIELD = '__text'

/** The field, as hidden, in which it puts a copy of the document whose texts are in plain letters. */
const PLAIN_FIELD = '__plain'

/** A word of a pattern, as groq-js tells words apart; it may have `*` in it. */
const WORD = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g

/** Whether anything is asked for: neither nothing nor a bare `*`. */
const SOMETHING = /[^*!@#$%^&(),\\/?";:{}|[\]+<>\s-]/

/**
 * Rewrites `a match text::query("élan")`, which groq-js cannot evaluate, into plain matches: every word must
 * occur, with or without its accents, also behind an elision (l’élan). `@` stands for all text of the document;
 * an empty text matches all.
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
    ({node}) =>
      node.type === 'AccessAttribute' && (node.name === TEXT_FIELD || node.name === PLAIN_FIELD),
  )
}

/** A copy of a document that also offers its text, as it is and in plain letters, for `match`. */
export function withText<T extends object>(document: T): T {
  let plain: unknown
  const readPlain = () => (plain ??= inPlainLetters(document))
  return Object.defineProperties(
    {...document},
    {
      [TEXT_FIELD]: {get: () => [...textsIn(document), ...textsIn(readPlain())]},
      [PLAIN_FIELD]: {get: readPlain},
    },
  )
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
  if (!SOMETHING.test(text)) return {type: 'Value', value: true}
  const asWritten = everyWord(spelledOut(left), text)
  const plainly = everyWord(ofPlainCopy(spelledOut(left)), plainLetters(text))
  return {type: 'Or', left: asWritten, right: plainly}
}

/** One match for each word: a single one for several gives a score above nothing where any of them occurs. */
function everyWord(left: ExprNode, text: string): ExprNode {
  const [first, ...others] = (text.match(WORD) ?? []).map((word) => match(left, word))
  if (!first) return {type: 'Value', value: true}
  return others.reduce((all, one) => ({type: 'And', left: all, right: one}), first)
}

function match(left: ExprNode, pattern: string): ExprNode {
  return {type: 'OpCall', op: 'match', left, right: {type: 'Value', value: pattern}}
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

/** The same fields, read from the copy in plain letters. All text of the document has them already. */
function ofPlainCopy(left: ExprNode): ExprNode {
  return changeInScope(left, (node) =>
    node.type === 'AccessAttribute' && !node.base && node.name !== TEXT_FIELD
      ? {...node, base: {type: 'AccessAttribute', name: PLAIN_FIELD}}
      : node,
  )
}

function inPlainLetters(value: unknown): unknown {
  if (typeof value === 'string') return plainLetters(value)
  if (Array.isArray(value)) return value.map(inPlainLetters)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key.startsWith('_') ? part : inPlainLetters(part),
    ]),
  )
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (!key.startsWith('_')) yield* textsIn(part)
  }
}

/** Letters that no accent can be taken from, as they are typed on a keyboard that lacks them. */
const SPELLED_OUT: Readonly<Record<string, string>> = {œ: 'oe', æ: 'ae', đ: 'd', ß: 'ss', '·': ''}

/** Without accents, in lower case, an elided article (l’, d', nell’) a word of its own. */
function plainLetters(text: string) {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ]/g, ' ')
    .replace(/[œæđß·]/g, (letter) => SPELLED_OUT[letter] ?? letter)
}
