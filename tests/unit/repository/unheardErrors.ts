import {relative} from 'node:path'

import ts from 'typescript'

import {emitterKind} from './emitters.ts'

/** Functions that listen to every stream they are given, as long as it lives. */
const LISTENING = new Set(['pipeline', 'finished', 'toWeb'])

/**
 * The places where `isOurs` files make a server, socket, stream, worker or child, or get one from an event, and nobody in the
 * same file listens for its `error`, as `file:line: code`. For what lives on after an error, `once` is not enough.
 */
export function unheardErrors(
  program: ts.Program,
  root: string,
  isOurs: (file: string) => boolean,
): string[] {
  const checker = program.getTypeChecker()
  const pathOf = (file: ts.SourceFile) => relative(root, file.fileName)
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && isOurs(pathOf(file)))
    .flatMap((file) => [...nodesIn(file)].filter(isUnheard))
    .map(describe)

  function describe(node: ts.Node) {
    const file = node.getSourceFile()
    const {line} = file.getLineAndCharacterOfPosition(node.getStart())
    return `${pathOf(file)}:${line + 1}: ${node.getText().split('\n')[0]}`
  }

  function isUnheard(node: ts.Node) {
    if (isMade(node)) return !isHeard(node)
    return ts.isParameter(node) && isGiven(node) && !isVariableHeard(node.name)
  }

  /** A call of somebody else's code whose result is an emitter that did not exist before. */
  function isMade(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false
    if (!emitterKind(checker, node) || LISTENING.has(nameOf(node.expression))) return false
    const callee = node.expression
    const isOfEmitter =
      ts.isPropertyAccessExpression(callee) && emitterKind(checker, callee.expression) !== undefined
    return !isOfEmitter && isOfLibrary(node)
  }

  /** An emitter that an event of somebody else's code brings: the socket of an upgrade. */
  function isGiven({name, parent: handler}: ts.ParameterDeclaration) {
    const isHandler = ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)
    return (
      isHandler &&
      ts.isCallExpression(handler.parent) &&
      isOfLibrary(handler.parent) &&
      emitterKind(checker, name) !== undefined
    )
  }

  /** Of Node or a package: neither ours nor of the language. */
  function isOfLibrary(call: ts.CallExpression | ts.NewExpression) {
    const file = checker.getResolvedSignature(call)?.declaration?.getSourceFile()
    return file?.isDeclarationFile === true && !program.isSourceFileDefaultLibrary(file)
  }

  function isHeard(made: ts.Expression): boolean {
    const {end, listens} = chainOf(made)
    if (listens) return true
    const {parent} = outermost(end)
    if (ts.isCallExpression(parent) && LISTENING.has(nameOf(parent.expression))) return true
    if (ts.isVariableDeclaration(parent)) return isVariableHeard(parent.name)
    const isAssigned =
      ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    return isAssigned && isVariableHeard(parent.left)
  }

  /** Whether a variable, or the parameter of ours that it is handed to in the same file, is listened to. */
  function isVariableHeard(name: ts.Node, seen = new Set<ts.Symbol>()): boolean {
    const symbol = checker.getSymbolAtLocation(name)
    if (!symbol || seen.has(symbol)) return false
    seen.add(symbol)
    return [...nodesIn(name.getSourceFile())]
      .filter((node) => ts.isIdentifier(node) && node.text === symbol.name)
      .some((use) => {
        if (checker.getSymbolAtLocation(use) !== symbol) return false
        if (chainOf(use).listens) return true
        const {parent} = use
        if (!ts.isCallExpression(parent) || parent.expression === use) return false
        if (LISTENING.has(nameOf(parent.expression))) return true
        const place = parent.arguments.findIndex((argument) => argument === use)
        const taken = checker.getResolvedSignature(parent)?.declaration?.parameters[place]
        return (
          taken !== undefined &&
          ts.isParameter(taken) &&
          taken.getSourceFile() === use.getSourceFile() &&
          isVariableHeard(taken.name, seen)
        )
      })
  }

  /** `made.on(…).once(…)`: where it ends, and whether `error` is among the events. */
  function chainOf(made: ts.Node) {
    const isLasting = emitterKind(checker, made) === 'lasting'
    let end = made
    let listens = false
    while (ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end) {
      const {name, parent: call} = end.parent
      if (!ts.isCallExpression(call)) break
      const [event] = call.arguments
      const isListener = name.text === 'on' || (name.text === 'once' && !isLasting)
      if (isListener && event && ts.isStringLiteral(event) && event.text === 'error') listens = true
      end = call
    }
    return {end, listens}
  }
}

/** What an expression is one of two choices of. */
function outermost(node: ts.Node): ts.Node {
  const isChoice =
    ts.isConditionalExpression(node.parent) || ts.isParenthesizedExpression(node.parent)
  return isChoice ? outermost(node.parent) : node
}

function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesIn(child)
}

function nameOf(callee: ts.Expression) {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text
  return ts.isIdentifier(callee) ? callee.text : ''
}
