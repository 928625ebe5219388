import type {MutationEvent, ResumableListenOptions, SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

import type {Draft} from './test.ts'

const EVERYTHING = {
  includeAllVersions: true,
  includePreviousRevision: true,
  effectFormat: 'mendoza',
} as const

/**
 * Listens with the real client until the test is over. Resolves when the lake has said welcome, so that every later
 * write is heard; rejects when it says what is wrong. `take` waits for the next `count` mutations.
 */
export async function hearMutations(
  lake: SanityClient,
  query: string,
  options: Partial<ResumableListenOptions> = EVERYTHING,
) {
  const heard: MutationEvent<Draft>[] = []
  const signal = new EventTarget()
  await new Promise<void>((resolve, reject) => {
    const subscription = lake
      .listen<Draft>(query, {}, {...options, events: ['welcome', 'mutation']})
      .subscribe({
        next(event) {
          if (event.type === 'welcome') resolve()
          if (event.type !== 'mutation') return
          heard.push(event)
          signal.dispatchEvent(new Event('heard'))
        },
        error: reject,
      })
    onTestFinished(() => subscription.unsubscribe())
  })

  return {
    async take(count: number): Promise<MutationEvent<Draft>[]> {
      while (heard.length < count) {
        await new Promise((resolve) => {
          signal.addEventListener('heard', resolve, {once: true})
        })
      }
      return heard.splice(0, count)
    },
  }
}
