/**
 * Wraps what an event, a timer, a stream or another process calls: what it throws, or rejects with, goes to `onFailure`,
 * which ends one connection or one job, and never to the program.
 */
export const guarded =
  <Args extends unknown[]>(
    handle: (...args: Args) => unknown,
    onFailure: (error: unknown) => void,
  ) =>
  (...args: Args): void => {
    try {
      const result = handle(...args)
      if (result instanceof Promise) result.catch(onFailure)
    } catch (error) {
      onFailure(error)
    }
  }
