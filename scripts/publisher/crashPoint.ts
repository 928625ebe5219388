/** Where a publisher can be made to die, to show that it loses nothing there. */
export type CrashPointName =
  | 'after-record'
  | 'before-acknowledge'
  | 'after-build'
  | 'before-swap'
  | 'after-swap'
  | 'after-receipts'
  | 'after-settle'

/** Called where the publisher passes a point with a name. */
export type CrashPoint = (name: CrashPointName) => void

/** Ends this process as a failing machine would, with no time for anything, at the point that is named; else nothing. */
export function createCrashPoint(crashAt: string | undefined): CrashPoint {
  return (name) => {
    if (name === crashAt) process.kill(process.pid, 'SIGKILL')
  }
}
