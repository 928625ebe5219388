import {mutationError} from '../errors.ts'
import {createFairQueue} from '../groq/createFairQueue.ts'

const BOUNDS = {mostOfOne: 500, most: 2000}

interface Waiting {
  start: () => Promise<void>
  refuse: () => void
}

/** Runs tasks one at a time: clients have turns, and those of one client are in the order they were given. */
export function createQueue() {
  const waiting = createFairQueue<Waiting>(BOUNDS)
  let serving: Promise<void> | undefined

  async function serve() {
    await Promise.resolve() // what is given in one go comes first to its turns
    for (let next = waiting.take(); next; next = waiting.take()) await next.start()
    serving = undefined
  }

  return {
    /** Rejects with 429 when too many of the client's tasks wait. */
    run<Result>(client: string, task: () => Promise<Result>): Promise<Result> {
      const {promise, resolve, reject} = Promise.withResolvers<Result>()
      const start = () => task().then(resolve, reject)
      waiting.add(client, {start, refuse: () => reject(tooMany())})?.refuse()
      serving ??= serve()
      return promise
    },

    /** Resolves when no task is left. */
    idle: async () => {
      await serving
    },
  }
}

const tooMany = () =>
  mutationError(
    429,
    `${BOUNDS.mostOfOne} transactions are waiting already. Send the next one when these are done.`,
  )
