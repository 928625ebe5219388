import type {Finding, PathStep} from '@coworkmed/schemas/parse/finding'

import {list, record, text, textOrNull, unexpected} from './jsonParts.ts'

/** Reads a finding of the publisher. Throws where it is anything else. */
export function parseFinding(value: unknown): Finding {
  const finding = record(value, 'a finding')
  return {
    document: text(finding.document, 'document'),
    path: list(finding.path, 'path', parseStep),
    language: textOrNull(finding.language, 'language'),
    expected: text(finding.expected, 'expected'),
    found: text(finding.found, 'found'),
  }
}

function parseStep(step: unknown): PathStep {
  if (typeof step === 'string' || typeof step === 'number') return step
  if (typeof step !== 'object' || step === null || !('_key' in step)) throw unexpected('path', step)
  return {_key: text(step._key, '_key')}
}
