/** Where a publisher can be made to die, to show that it loses nothing there. */
type CrashPointName =
  | 'after-record'
  | 'before-acknowledge'
  | 'after-build'
  | 'before-swap'
  | 'after-swap'
  | 'after-receipts'
  | 'after-settle'

/** Called where the publisher passes a point with a name. */
export type CrashPoint = (name: CrashPointName) => void

/**
 * Ends this process as a failing machine would, with no time for anything, at the point that is named, or when it is
 * passed for the nth time: `after-swap`, `after-swap:2`. Without a name nothing ever happens.
 */
export function createCrashPoint(crashAt = ''): CrashPoint {
  const [name, count = '1'] = crashAt.split(':')
  let passes = 0
  return (passed) => {
    if (passed !== name) return
    passes += 1
    if (passes === Number(count)) process.kill(process.pid, 'SIGKILL')
  }
}
