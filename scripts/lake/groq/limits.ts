import type {ExprNode, SyntaxNode} from 'groq-js'

import {walkTree} from './walkTree.ts'

/** Longest query in a POST body, in characters. An address is cut far earlier by the server. */
const LONGEST_QUERY = 300_000
const DEEPEST_NESTING = 64
/** The Studio's own search names every text field of every type once a word: some thousand nodes. */
const MOST_NODES = 20_000
/** Each `*` multiplies the time a term takes: eight of them need 41 s on a text of 60 characters. */
const MOST_WILDCARDS_IN_TERM = 3

/** The characters at which groq-js cuts a pattern into terms. */
const BETWEEN_TERMS = /[\s!@#$%^&(),\\/?";:{}|[\]+<>-]+/

/** What groq-js knows by name and cannot do. */
const UNSUPPORTED_FUNCTIONS = new Set([
  'documents::get',
  'documents::incomingGlobalDocumentReferenceCount',
  'documents::incomingRefCount',
  'geo::contains',
  'geo::distance',
  'geo::intersects',
  'geo::latLng',
  'global::anywhere',
  'media::aspect',
  'text::query',
  'text::semanticSimilarity',
  'user::attributes',
])

/** Says what is wrong with the length of a query, in words for its author, or nothing. */
export function excessOfSource(query: string) {
  if (query.length <= LONGEST_QUERY) return
  return `The query has ${query.length} characters; ${LONGEST_QUERY} are allowed. Send long lists as parameters.`
}

/** Says what a parsed query asks for beyond what the lake evaluates, in words for its author, or nothing. */
export function excessOfTree(tree: ExprNode) {
  let nodes = 0
  for (const {node, depth} of walkTree(tree)) {
    nodes += 1
    if (nodes > MOST_NODES) return `The query has more than ${MOST_NODES} parts. Split it.`
    if (depth > DEEPEST_NESTING) {
      return `The query is nested more than ${DEEPEST_NESTING} levels deep. Flatten it or split it.`
    }
    const excess = excessOfNode(node)
    if (excess) return excess
  }
  return
}

function excessOfNode(node: SyntaxNode) {
  if (node.type === 'Parameter') return `Param $${node.name} referenced, but not provided`
  if (node.type === 'FuncCall') return unsupportedFunction(`${node.namespace}::${node.name}`)
  if (node.type === 'OpCall' && node.op === 'match') return excessOfPattern(node.right)
  return
}

function unsupportedFunction(name: string) {
  if (!UNSUPPORTED_FUNCTIONS.has(name)) return
  return `The function ${name.replace('global::', '')}() is not supported by this lake.`
}

function excessOfPattern(pattern: ExprNode) {
  const term = patternTexts(pattern)
    .flatMap((text) => text.split(BETWEEN_TERMS))
    .find((word) => word.split('*').length - 1 > MOST_WILDCARDS_IN_TERM)
  if (term === undefined) return
  return `The term ${JSON.stringify(term.slice(0, 80))} has more than ${MOST_WILDCARDS_IN_TERM} wildcards. Use fewer *.`
}

/** The texts a pattern is made of, as far as the query itself says. */
function patternTexts(pattern: ExprNode) {
  return [...walkTree(pattern)].flatMap(({node}) =>
    node.type === 'Value' ? [node.value].flat().filter((text) => typeof text === 'string') : [],
  )
}
