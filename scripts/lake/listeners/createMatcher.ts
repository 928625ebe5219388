import type {Groq} from '../groq/createGroq.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import type {Listener} from './listener.ts'
import type {ListenedChange, Matched} from './mutationEvents.ts'

/** How many changes of a transaction are worked out at a time. */
const AT_A_TIME = 20

/** A query that took less for each change of a transaction has shown that it is quick. */
const QUICK_MS = 50
const MOST_KNOWN = 1000

/**
 * Works out which changes a listener's query selects. Listeners that can be told soon do not wait for those whose queries take long, or about which nothing is known yet: a
 * query is quick that only compares fields, or that was quick before.
 */
export function createMatcher(groq: Pick<Groq, 'matches'>) {
  const knownAsQuick = new Set<string>()

  function learn(key: string, isQuick: boolean) {
    knownAsQuick.delete(key)
    if (isQuick) knownAsQuick.add(key)
    const [oldest] = knownAsQuick
    if (knownAsQuick.size > MOST_KNOWN && oldest !== undefined) knownAsQuick.delete(oldest)
  }

  return {
    /** Rejects with 400 for a query that no listener can have. */
    async check({request: {query, params, identity, client}}: Pick<Listener, 'request'>) {
      const nothing = {before: null, after: null}
      await groq.matches({query, params, identity, client, isQuick: true, ...nothing})
    },

    /** The changes that a listener's query selects, before or after. Rejects with 504 when it takes too long. */
    async match(
      {request, sieve, matchKey}: Pick<Listener, 'request' | 'sieve' | 'matchKey'>,
      changes: readonly ListenedChange[],
    ): Promise<Matched[]> {
      const {query, params, identity, client, includeAllVersions} = request
      const isQuick = sieve.isSimple || knownAsQuick.has(matchKey)
      const visible = changes.filter(
        ({documentId}) => includeAllVersions || isPublishedId(documentId),
      )
      const matched: Matched[] = []
      let longest = 0
      for (let at = 0; at < visible.length; at += AT_A_TIME) {
        const some = visible.slice(at, at + AT_A_TIME).map(async (change) => {
          const {before, after} = change
          const asked = {query, params, identity, client, isQuick, before, after}
          const {ms, ...selected} = await groq.matches(asked)
          longest = Math.max(longest, ms)
          return {change, ...selected}
        })
        matched.push(...(await Promise.all(some)))
      }
      if (!sieve.isSimple && visible.length > 0) learn(matchKey, longest < QUICK_MS)
      return matched.filter(({before, after}) => before || after)
    },
  }
}
