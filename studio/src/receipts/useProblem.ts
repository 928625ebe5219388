import {useEffect, useState} from 'react'

import type {Problem} from './parseProblem.ts'
import {publisherStatus} from './publisherStatus.ts'

/** What keeps the publisher from its work now, if anything does. While it is away, as it told last. */
export function useProblem(): Problem | undefined {
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const subscription = publisherStatus.subscribe((status) => setProblem(status.problem))
    return () => subscription.unsubscribe()
  }, [])
  return problem
}
