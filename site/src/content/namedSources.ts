import {isRecord} from '@coworkmed/schemas/isRecord'

/** The ids of all sources a document names, each once: its own list first, then those of its facts in their order. */
export function namedSources(document: object): string[] {
  const ids = new Set<string>()
  if ('sources' in document) addSources(document.sources, true, ids)
  addSources(document, false, ids)
  return [...ids]
}

/** The ids under the keys `source` and `sources`, at any depth. */
export function sourcesWithin(value: unknown): Set<string> {
  const ids = new Set<string>()
  addSources(value, false, ids)
  return ids
}

function addSources(value: unknown, isSource: boolean, ids: Set<string>): void {
  if (Array.isArray(value)) {
    for (const member of value) addSources(member, isSource, ids)
  } else if (isRecord(value)) {
    if (!isSource || !('_ref' in value)) addSourcesOfFields(value, ids)
    else if (typeof value._ref === 'string') ids.add(value._ref)
  }
}

function addSourcesOfFields(record: Record<string, unknown>, ids: Set<string>) {
  for (const name of Object.keys(record)) {
    addSources(record[name], name === 'source' || name === 'sources', ids)
  }
}
