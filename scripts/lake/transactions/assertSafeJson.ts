import {badRequest} from '../errors.ts'
import {isRecord} from '../store/lakeDocument.ts'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

/**
 * Throws 400 for what no document may hold: attribute names that mean something to JavaScript objects, numbers that JSON
 * cannot say, and more than `levels` attributes or lists inside one another.
 */
export function assertSafeJson(value: unknown, levels: number) {
  assertSafe(value, levels, [])
}

/** The path is put together for errors only: there are millions of values to look at. */
function assertSafe(value: unknown, levels: number, path: (string | number)[]) {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw beyondNumbers(path)
  } else if (Array.isArray(value)) {
    if (levels <= 0) throw tooDeep(path)
    for (const [index, item] of value.entries()) {
      path.push(index)
      assertSafe(item, Array.isArray(item) ? levels - 1 : levels, path)
      path.pop()
    }
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) {
      if (levels <= 0) throw tooDeep(path)
      if (FORBIDDEN_KEYS.has(key)) assertSafeAttribute(key, textOf(path))
      path.push(key)
      assertSafe(value[key], levels - 1, path)
      path.pop()
    }
  }
}

/** Throws 400 for an attribute name that no document may have. */
export function assertSafeAttribute(name: string, path: string) {
  if (!FORBIDDEN_KEYS.has(name)) return
  throw badRequest(
    `The attribute name "${name}" at "${path || '.'}" is not allowed. Choose another name.`,
  )
}

const beyondNumbers = (path: readonly (string | number)[]) =>
  badRequest(
    `The number at "${textOf(path) || '.'}" is beyond what can be kept. Use a smaller one.`,
  )

function tooDeep(path: readonly (string | number)[]) {
  const text = textOf(path)
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
  return badRequest(`Attributes are nested too deeply at "${shown}". Flatten the document.`)
}

const textOf = (path: readonly (string | number)[]) =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
