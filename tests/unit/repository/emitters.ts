import type ts from 'typescript'

/** What may emit `error` later than whoever made it looks: without a listener, that ends the program. */
const EMITTERS = new Set(
  'ChildProcess Worker Socket Server ClientRequest Readable Writable Duplex WebSocket WebSocketServer'.split(
    ' ',
  ),
)
/** They live on after an error: a listener for the first one is not enough. */
const LASTING = new Set(['Server', 'Socket', 'WebSocket', 'WebSocketServer'])
/** Node emits `error` on the first two for those who listen only; the others are asked for a result, not used as streams. */
const HARMLESS = new Set(['IncomingMessage', 'ServerResponse', 'Hash', 'Hmac', 'Sharp'])

/** Whether the value of an expression emits `error`, and whether it does so again and again. */
export function emitterKind(
  checker: ts.TypeChecker,
  node: ts.Node,
): 'once' | 'lasting' | undefined {
  const names = typesOf(checker.getTypeAtLocation(node)).flatMap((type) => namesOf(checker, type))
  if (names.some((name) => HARMLESS.has(name))) return undefined
  if (names.some((name) => LASTING.has(name))) return 'lasting'
  return names.some((name) => EMITTERS.has(name)) ? 'once' : undefined
}

const typesOf = (type: ts.Type) => (type.isUnion() ? type.types : [type])

/** The names of a class of Node or of a library, and of those it extends; a browser's WebSocket has no `on`. */
function namesOf(checker: ts.TypeChecker, type: ts.Type): string[] {
  if (type.getProperty('on') === undefined) return []
  const bases = type.isClassOrInterface() ? checker.getBaseTypes(type) : []
  return [type.symbol?.name ?? '', ...bases.flatMap((base) => namesOf(checker, base))]
}
