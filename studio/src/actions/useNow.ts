import {useEffect, useState} from 'react'

const LOOK_MS = 5000

/** The time in ms, looked at every few seconds while somebody waits for a moment: the clock may jump, and computers sleep. */
export function useNow(isWaiting: (now: number) => boolean): number {
  const [now, setNow] = useState(Date.now)
  const waiting = isWaiting(now)

  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [waiting])

  return now
}
