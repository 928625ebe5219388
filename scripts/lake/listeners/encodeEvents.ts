import {breathe} from '../breathe.ts'
import {jsonOf} from '../jsonOf.ts'
import {effectsOf} from '../mendoza/effectsOf.ts'
import {mutatedId, type Mutation} from '../transactions/mutation.ts'
import type {ListenOptions} from './listenOptions.ts'
import {mutationEvents, type ListenedChange, type Matched} from './mutationEvents.ts'

/** What a listener is told of a change, as JSON in UTF-8. */
export interface EncodedEvent {
  change: ListenedChange
  json: Uint8Array
}

/** The same for two listeners who are told the same of the same changes. */
export const shapeOf = (options: ListenOptions) => `${options.visibility} ${contentsKey(options)}`

/** The events of one transaction for listeners of one shape, encoded once for all of them. */
export async function encodeEvents(
  matched: readonly Matched[],
  mutations: readonly Mutation[],
  options: ListenOptions,
): Promise<EncodedEvent[]> {
  const byDocument = Map.groupBy(mutations, mutatedId)
  const encoded: EncodedEvent[] = []
  for (const {change, event} of mutationEvents(matched, options.visibility)) {
    await breathe()
    const contents = contentsOf(change, byDocument.get(change.documentId) ?? [], options)
    const json = Buffer.from(`${JSON.stringify(event).slice(0, -1)}${contents}}`)
    encoded.push({change, json})
  }
  return encoded
}

/** For each change the parts that it was told with; listeners that select differently share them. */
const known = new WeakMap<ListenedChange, Map<string, string>>()

function contentsOf(change: ListenedChange, mutations: Mutation[], options: ListenOptions) {
  const kept = known.get(change) ?? new Map<string, string>()
  known.set(change, kept)
  const key = contentsKey(options)
  const contents = kept.get(key) ?? encodeContents(change, mutations, options)
  kept.set(key, contents)
  return contents
}

const contentsKey = (options: ListenOptions) =>
  [
    options.includeMutations,
    options.effectFormat,
    options.includeResult,
    options.includePreviousRevision,
  ].join()

function encodeContents(
  {before, after}: ListenedChange,
  mutations: Mutation[],
  options: ListenOptions,
) {
  const parts = {
    mutations: options.includeMutations && JSON.stringify(mutations),
    effects: options.effectFormat === 'mendoza' && JSON.stringify(effectsOf(before, after)),
    result: options.includeResult && after && jsonOf(after),
    previous: options.includePreviousRevision && before && jsonOf(before),
  }
  return Object.entries(parts)
    .map(([name, json]) => (json ? `,"${name}":${json}` : ''))
    .join('')
}
