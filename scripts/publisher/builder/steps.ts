import type {BuilderMessage, StepName} from './protocol.ts'

/** Runs the steps of one build: tells of each, and how many milliseconds it took. */
export function createSteps(tell: (message: BuilderMessage) => void) {
  const took: Partial<Record<StepName, number>> = {}
  let current: StepName = 'snapshot'
  return {
    took,
    current: () => current,
    async run<Result>(step: StepName, work: () => Result | Promise<Result>): Promise<Result> {
      current = step
      tell({type: 'step', step})
      const startedAt = performance.now()
      const result = await work()
      const ms = Math.round((performance.now() - startedAt) * 10) / 10
      took[step] = (took[step] ?? 0) + ms
      return result
    },
  }
}

export type Steps = ReturnType<typeof createSteps>
