/** Runs tasks one at a time, in the order they were given. `idle` resolves when none is left. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve()

  return {
    run<Result>(task: () => Promise<Result>): Promise<Result> {
      const result = last.then(task)
      last = result.catch(() => undefined)
      return result
    },

    idle: async () => {
      await last
    },
  }
}
