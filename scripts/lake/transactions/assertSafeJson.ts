import {badRequest} from '../errors.ts'
import {isRecord} from '../store/lakeDocument.ts'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])

/**
 * Throws 400 for what no document may hold: attribute names that mean something to JavaScript objects, numbers that JSON
 * cannot say, and more than `levels` attributes or lists inside one another.
 */
export function assertSafeJson(value: unknown, levels: number, path = '') {
  if (Array.isArray(value)) {
    assertLevels(levels, path)
    for (const [index, item] of value.entries()) {
      assertSafeJson(item, Array.isArray(item) ? levels - 1 : levels, `${path}[${index}]`)
    }
  } else if (typeof value === 'number' && !Number.isFinite(value)) {
    throw badRequest(
      `The number at "${path || '.'}" is beyond what can be kept. Use a smaller one.`,
    )
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      assertLevels(levels, path)
      assertSafeAttribute(key, path)
      assertSafeJson(item, levels - 1, `${path}.${key}`)
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

function assertLevels(levels: number, path: string) {
  if (levels > 0) return
  const shown = path.length > 200 ? `${path.slice(0, 200)}…` : path
  throw badRequest(`Attributes are nested too deeply at "${shown}". Flatten the document.`)
}
