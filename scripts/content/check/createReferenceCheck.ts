import {expectations} from '@coworkmed/schemas/parse/expectations'
import type {Finding} from '@coworkmed/schemas/parse/finding'
import {referencesIn} from '@coworkmed/schemas/parse/parseDocument'

/** Collects documents; finds the references that lead to none of them, or to one of a type that the field does not take. */
export function createReferenceCheck() {
  const types = new Map<string, string>()
  const open: {finding: Finding; to: readonly string[]}[] = []

  return {
    /** A document that others may refer to. */
    addTarget({_id, _type}: {_id: string; _type: string}) {
      types.set(_id, _type)
    },

    /** A document, parsed, whose references are checked. */
    addReferences(id: string, document: Record<string, unknown>) {
      for (const {path, language, id: found, to} of referencesIn(document)) {
        if (to.includes(types.get(found) ?? '')) continue // the others may still come
        const expected = expectations.missingReference
        open.push({finding: {document: id, path, language, expected, found}, to})
      }
    },

    /** What was found; asked for when every document was added. */
    findings: (): Finding[] =>
      open.flatMap(({finding, to}) => {
        const type = types.get(finding.found)
        if (type === undefined) return [finding]
        return to.includes(type) ? [] : [{...finding, expected: expectations.referenceType}]
      }),
  }
}
